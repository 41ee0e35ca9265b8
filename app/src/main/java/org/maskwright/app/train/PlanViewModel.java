package org.maskwright.app.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.text.Texts;
import org.maskwright.app.train.Plan.ClassLine;
import org.maskwright.app.train.Plan.Obstacle;
import org.maskwright.data.dataset.Grouping;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.dataset.SplitRecipe;
import org.maskwright.data.dataset.SplitShares;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.promotion.Decision;
import org.maskwright.data.promotion.Promotions;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.client.Content;
import org.maskwright.protocol.snapshot.FrozenSnapshot;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobKind;
import org.maskwright.protocol.wire.SubmitJobRequest;

/** What a training would use, said in one sentence, and how it begins. */
public final class PlanViewModel {

  private final Around around;
  private final ProjectSession session;
  private final Texts texts;
  private final Consumer<Job> started;
  private final Activity activity;
  private final Tuning tuning = new Tuning();
  private final ObservableList<KnownModel> models = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable KnownModel> start = new SimpleObjectProperty<>();
  private final BooleanProperty ready = new SimpleBooleanProperty();
  private final BooleanProperty modelPixels = new SimpleBooleanProperty();
  private final Set<Integer> leftOut = new HashSet<>();
  private final ReadOnlyObjectWrapper<Optional<Plan>> plan =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final NewModelViewModel newModel;
  private Optional<Content> file = Optional.empty();

  PlanViewModel(Around around, Consumer<Job> started) {
    this.around = around;
    this.session = around.session();
    this.texts = around.texts();
    this.started = started;
    activity = new Activity(texts);
    newModel = new NewModelViewModel(around, activity.busyProperty(), this::startWith);
    start.addListener((o, before, now) -> startChanged(before, now));
    ready.addListener(o -> look());
    modelPixels.addListener(o -> look());
  }

  private void startChanged(@Nullable KnownModel before, @Nullable KnownModel now) {
    if (now != null && (before == null || !before.hash().equals(now.hash()))) {
      look();
    }
  }

  public Activity activity() {
    return activity;
  }

  public Tuning tuning() {
    return tuning;
  }

  public NewModelViewModel newModel() {
    return newModel;
  }

  /** The models that a training can begin with. */
  public ObservableList<KnownModel> models() {
    return models;
  }

  /** The model to begin with. */
  public ObjectProperty<@Nullable KnownModel> startProperty() {
    return start;
  }

  public BooleanProperty readyProperty() {
    return ready;
  }

  public BooleanProperty modelPixelsProperty() {
    return modelPixels;
  }

  ReadOnlyObjectProperty<Optional<Plan>> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** What will be used, in one sentence. */
  public ObservableValue<String> sentence() {
    return texts
        .languageProperty()
        .flatMap(language -> plan.map(found -> found.map(this::sentence).orElse("")));
  }

  private String sentence(Plan found) {
    String scarce =
        found.classes().stream()
            .filter(ClassLine::isScarce)
            .map(this::scarce)
            .collect(Collectors.joining());
    String images = found.choices().ready() ? "ready" : "verified";
    return texts.get(
            "train.use",
            Counts.of(texts, images, found.learned()),
            found.count(Split.HOLDOUT),
            Counts.of(texts, "classes", found.taught().size()))
        + scarce
        + texts.get("train.sentenceEnd");
  }

  private String scarce(ClassLine line) {
    return texts.get(
        "train.scarce",
        line.name(),
        Counts.of(texts, "regions", line.regions()),
        Counts.of(texts, "images", line.images()));
  }

  /** Why it cannot begin; empty if it can. */
  public ObservableValue<String> refusal() {
    return texts
        .languageProperty()
        .flatMap(
            language ->
                plan.map(
                    found ->
                        found.flatMap(p -> p.obstacle().map(why -> refusal(p, why))).orElse("")));
  }

  private String refusal(Plan found, Obstacle why) {
    String missing =
        found.classes().stream()
            .filter(ClassLine::isMissing)
            .map(ClassLine::name)
            .collect(Collectors.joining(", "));
    return texts.get("train.refused." + why, missing, found.heldOutUnready());
  }

  /** Whether images can be held out with a click: nobody has done so yet. */
  public ObservableValue<Boolean> mayHoldOut() {
    return plan.map(found -> found.flatMap(Plan::obstacle).equals(Optional.of(Obstacle.NO_SPLIT)));
  }

  /** What the class map looks like from here: a line each. */
  public ObservableValue<List<ShownClass>> classes() {
    return plan.map(
        found ->
            found.map(p -> p.classes().stream().map(ShownClass::of).toList()).orElse(List.of()));
  }

  /**
   * A class of the project as it is shown.
   *
   * @param modelClass what the model calls it; empty if it is new to the model
   */
  public record ShownClass(
      int index,
      String name,
      int rgb,
      long regions,
      int images,
      Optional<String> modelClass,
      boolean taught) {

    static ShownClass of(ClassLine line) {
      return new ShownClass(
          line.index(),
          line.name(),
          line.rgb(),
          line.regions(),
          line.images(),
          line.modelClass(),
          !line.leftOut());
    }
  }

  /** Says whether a class is learned. */
  public void teach(int label, boolean taught) {
    boolean changed = taught ? leftOut.remove(label) : leftOut.add(label);
    if (changed) {
      look();
    }
  }

  /** Whether a training can begin: not while a model is made that it would begin with. */
  public boolean isReady() {
    return start.get() != null
        && !activity.busyProperty().get()
        && !newModel.activity().busyProperty().get()
        && plan.get().filter(found -> found.obstacle().isEmpty()).isPresent();
  }

  /** Asks which models there are, and chooses the project's if nothing is chosen. */
  void refresh() {
    activity.begin();
    activity.runs(
        around
            .tasks()
            .start(
                progress ->
                    new Listed(
                        around.workshop().models(sent(), progress),
                        new Promotions(session.project()).current().map(Decision::model)),
                activity.outcome(this::listed)));
  }

  private Optional<Content> sent() throws IOException {
    return file.isPresent() ? file : PromotedModel.of(session.project());
  }

  private record Listed(List<KnownModel> models, Optional<String> promoted) {}

  private void listed(Listed now) {
    KnownModel before = start.get();
    models.setAll(now.models());
    String wanted = before != null ? before.hash() : now.promoted().orElse("");
    start.set(
        models.stream()
            .filter(model -> model.hash().equals(wanted))
            .findFirst()
            .orElse(models.isEmpty() ? null : models.get(0)));
    look();
  }

  /** Lets a person choose any model's file to begin with. */
  public void chooseFile() {
    around
        .dialogs()
        .chooseFile(texts.get("train.chooseModel"), Optional.empty())
        .ifPresent(this::begin);
  }

  private void begin(Path path) {
    activity.begin();
    activity.runs(
        around.tasks().start(progress -> bring(path, progress), activity.outcome(this::brought)));
  }

  private Listed bring(Path path, Progress progress) throws IOException {
    Content content = Content.of(path);
    file = Optional.of(content);
    List<KnownModel> now = around.workshop().models(file, progress);
    if (now.stream().noneMatch(model -> model.hash().equals(content.hash()))) {
      throw DataException.of(TrainProblem.NO_MODEL, path);
    }
    return new Listed(now, Optional.of(content.hash()));
  }

  private void brought(Listed now) {
    start.set(null);
    listed(now);
  }

  /** A model was made that nobody knows yet. */
  private void startWith(String hash) {
    around.news().made();
    activity.begin();
    activity.runs(
        around
            .tasks()
            .start(
                progress ->
                    new Listed(around.workshop().models(sent(), progress), Optional.of(hash)),
                activity.outcome(this::brought)));
  }

  /** Looks what would be used now. */
  public void look() {
    KnownModel model = start.get();
    if (model == null) {
      activity.say(() -> texts.get("train.noModel"));
      return;
    }
    Plan.Choices choices = new Plan.Choices(ready.get(), modelPixels.get(), Set.copyOf(leftOut));
    activity.begin();
    activity.runs(
        session
            .longWork()
            .onceSaved(
                progress ->
                    new PlanSearch(
                            session.project(), choices, ModelClasses.of(session.project(), model))
                        .run(progress),
                activity.outcome(found -> plan.set(Optional.of(found)))));
  }

  /** Draws which images are held out, for good. */
  public void holdOut() {
    activity.begin();
    activity.runs(
        session
            .longWork()
            .onceSaved(
                progress ->
                    new Splits(session.project())
                        .draw(
                            new SplitRecipe(
                                SplitShares.of(0.7, 0.1, 0, 0.2),
                                Grouping.of(Grouping.Rule.AUTO, ""),
                                1,
                                0),
                            progress),
                activity.outcome(drawn -> look())));
  }

  /** Lets a person name a project that is not to be forgotten. */
  public void chooseReplay() {
    around
        .dialogs()
        .chooseFolder(texts.get("train.chooseReplay"), Optional.empty())
        .ifPresent(folder -> tuning.replayProperty().set(folder.toString()));
  }

  /** Begins a training. */
  public void fineTune() {
    begin(JobKind.FINE_TUNE);
  }

  /** Begins a draft: only the scores, in seconds. */
  public void quickFit() {
    begin(JobKind.QUICK_FIT);
  }

  private void begin(JobKind kind) {
    KnownModel model = start.get();
    Optional<Plan> found = plan.get();
    if (!isReady() || model == null || found.isEmpty()) {
      return;
    }
    Optional<Content> sent = file.filter(content -> content.hash().equals(model.hash()));
    String replay = tuning.replayProperty().get();
    SubmitJobRequest.Builder request =
        SubmitJobRequest.newBuilder()
            .setId(UUID.randomUUID().toString())
            .setName(JobName.next(kind, model, models))
            .setKind(kind)
            .setModel(model.hash())
            .setTraining(tuning.choices())
            .setWhenClosed(tuning.whenClosed());
    activity.begin();
    activity.runs(
        session
            .longWork()
            .onceSaved(
                progress -> {
                  Freezing freezing = new Freezing(session.project());
                  ModelClasses classes = ModelClasses.of(session.project(), model);
                  FrozenSnapshot frozen =
                      freezing.training(found.get(), classes, kind == JobKind.QUICK_FIT, progress);
                  FrozenSnapshot whole =
                      replay.isBlank()
                          ? frozen
                          : freezing.withReplay(frozen, Path.of(replay.strip()), progress);
                  SubmitJobRequest asked = request.setSnapshot(whole.hash()).build();
                  Job job = around.workshop().submit(asked, whole, sent, progress);
                  freezing.forgetMasks(whole);
                  return job;
                },
                activity.outcome(started)));
  }

  void close() {
    newModel.close();
    activity.close();
  }
}
