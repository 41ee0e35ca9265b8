package org.maskwright.app.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.text.Texts;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.Project;
import org.maskwright.data.promotion.Decision;
import org.maskwright.data.promotion.Decision.Kind;
import org.maskwright.data.promotion.Promotions;
import org.maskwright.data.proposal.ClassMaps;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.client.Content;

/**
 * The gate: whether a model is better than another one on what was held out from both. Nothing but
 * this page makes a model the project's.
 */
public final class GateViewModel {

  private final Around around;
  private final ProjectSession session;
  private final Texts texts;
  private final Activity activity;
  private final ObservableList<KnownModel> models = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable KnownModel> before = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable KnownModel> after = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Optional<Judgement>> judgement =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<Decision>> history =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Decision>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Content> file = Optional.empty();

  GateViewModel(Around around) {
    this.around = around;
    this.session = around.session();
    this.texts = around.texts();
    activity = new Activity(texts);
    before.addListener(o -> judgement.set(Optional.empty()));
    after.addListener(o -> judgement.set(Optional.empty()));
  }

  public Activity activity() {
    return activity;
  }

  public ObservableList<KnownModel> models() {
    return models;
  }

  /** The model to be better than. */
  public ObjectProperty<@Nullable KnownModel> beforeProperty() {
    return before;
  }

  /** The model that may become the project's. */
  public ObjectProperty<@Nullable KnownModel> afterProperty() {
    return after;
  }

  /** What was found; empty until both were examined. */
  public ReadOnlyObjectProperty<Optional<Judgement>> judgementProperty() {
    return judgement.getReadOnlyProperty();
  }

  /** Which model the project works with, in a sentence. */
  public ObservableValue<String> standing() {
    return texts
        .languageProperty()
        .flatMap(
            language ->
                current.map(
                    now ->
                        now.map(
                                decision ->
                                    texts.get(
                                        "train.promotedNow", decision.name(), decision.author()))
                            .orElseGet(() -> texts.get("train.promotedNone"))));
  }

  public ObservableValue<Boolean> mayRollBack() {
    return current.map(Optional::isPresent);
  }

  /** What was decided so far, the newest first, a line each. */
  public ObservableValue<List<String>> decisions() {
    return texts
        .languageProperty()
        .flatMap(
            language ->
                history.map(
                    all -> all.stream().sorted(GateViewModel::later).map(this::line).toList()));
  }

  private static int later(Decision a, Decision b) {
    return b.when().compareTo(a.when());
  }

  private String line(Decision decision) {
    String name = decision.name().isEmpty() ? decision.model().substring(0, 12) : decision.name();
    return texts.get(
        "train.decision." + decision.kind(), name, decision.author(), Times.day(decision.when()));
  }

  /** Prepares the examination of a job's model. */
  void examine(String hash, String start) {
    refresh(
        () -> {
          find(hash).ifPresent(after::set);
          String wanted = current.get().map(Decision::model).orElse(start);
          find(wanted)
              .filter(model -> !model.hash().equals(hash))
              .or(() -> find(start))
              .ifPresent(before::set);
        });
  }

  /** Asks which models there are, and what was decided. */
  void refresh(Runnable then) {
    activity.begin();
    activity.runs(
        around
            .tasks()
            .start(
                progress -> around.workshop().models(sent(), progress),
                activity.outcome(
                    now -> {
                      listed(now);
                      then.run();
                    })));
  }

  private Optional<Content> sent() throws IOException {
    return file.isPresent() ? file : PromotedModel.of(session.project());
  }

  private void listed(List<KnownModel> now) {
    Optional<KnownModel> oldBefore = Optional.ofNullable(before.get());
    Optional<KnownModel> oldAfter = Optional.ofNullable(after.get());
    models.setAll(now);
    oldBefore.flatMap(model -> find(model.hash())).ifPresent(before::set);
    oldAfter.flatMap(model -> find(model.hash())).ifPresent(after::set);
    readHistory();
  }

  private void readHistory() {
    try {
      Promotions promotions = new Promotions(session.project());
      history.set(promotions.history());
      current.set(promotions.current());
    } catch (IOException e) {
      activity.failed(e);
    }
  }

  private Optional<KnownModel> find(String hash) {
    return models.stream().filter(model -> model.hash().equals(hash)).findFirst();
  }

  /** Lets a person choose any model's file as the one before. */
  public void chooseBefore() {
    around
        .dialogs()
        .chooseFile(texts.get("train.chooseModel"), Optional.empty())
        .ifPresent(
            path -> {
              activity.begin();
              activity.runs(
                  around
                      .tasks()
                      .start(progress -> bring(path, progress), activity.outcome(this::brought)));
            });
  }

  private record Brought(List<KnownModel> models, Content content) {}

  private Brought bring(Path path, Progress progress) throws IOException {
    Content content = Content.of(path);
    List<KnownModel> now = around.workshop().models(Optional.of(content), progress);
    if (now.stream().noneMatch(model -> model.hash().equals(content.hash()))) {
      throw DataException.of(TrainProblem.NO_MODEL, path);
    }
    return new Brought(now, content);
  }

  private void brought(Brought brought) {
    file = Optional.of(brought.content());
    listed(brought.models());
    find(brought.content().hash()).ifPresent(before::set);
  }

  /** Runs both models on what is held out now. */
  public void compare() {
    KnownModel old = before.get();
    KnownModel now = after.get();
    if (old == null || now == null) {
      return;
    }
    Project project = session.project();
    activity.begin();
    activity.runs(
        session
            .longWork()
            .onceSaved(
                progress ->
                    new Judging(project, around.workshop(), file)
                        .run(ModelClasses.of(project, old), classes(old, now), progress),
                activity.outcome(found -> judgement.set(Optional.of(found)))));
  }

  /** What a person has decided about the older model's classes holds for its successor. */
  private ModelClasses classes(KnownModel old, KnownModel trained) throws IOException {
    Project project = session.project();
    boolean decided = new ClassMaps(project).read(trained.hash(), trained.classNames()).isPresent();
    return decided
        ? ModelClasses.of(project, trained)
        : ModelClasses.of(project, old).grown(trained);
  }

  /** Makes the newer model the project's. */
  public void promote() {
    decide(
        Kind.PROMOTED,
        decision -> {
          KnownModel old = java.util.Objects.requireNonNull(before.get());
          KnownModel now = java.util.Objects.requireNonNull(after.get());
          return progress -> {
            Promotions promotions = new Promotions(session.project());
            if (!Files.exists(promotions.file(decision.model()))) {
              around
                  .workshop()
                  .fetch(decision.model(), promotions.file(decision.model()), progress);
            }
            new ClassMaps(session.project()).keep(classes(old, now).map());
            promotions.decide(decision);
            return decision.model();
          };
        });
  }

  /** Takes note that the newer model is not wanted. */
  public void reject() {
    decide(
        Kind.REJECTED,
        decision ->
            progress -> {
              new Promotions(session.project()).decide(decision);
              return "";
            });
  }

  private void decide(
      Kind kind, Function<Decision, org.maskwright.app.task.Tasks.Work<String>> work) {
    KnownModel old = before.get();
    KnownModel now = after.get();
    Optional<Judgement> found = judgement.get();
    if (old == null || now == null || found.isEmpty()) {
      return;
    }
    Project project = session.project();
    Decision decision =
        new Decision(
            kind,
            now.hash(),
            now.name(),
            old.hash(),
            project.workplace().clock().instant(),
            project.workplace().author(),
            found.get().holdout(),
            found.get().revision(),
            found.get().means());
    run(work.apply(decision));
  }

  /** Goes back to the model that the project worked with before. */
  public void rollBack() {
    run(
        progress -> {
          Promotions promotions = new Promotions(session.project());
          promotions.rollBack();
          List<Decision> all = promotions.history();
          return all.get(all.size() - 1).model();
        });
  }

  private void run(org.maskwright.app.task.Tasks.Work<String> work) {
    activity.begin();
    activity.runs(
        session
            .longWork()
            .onceSaved(
                work,
                activity.outcome(
                    model -> {
                      readHistory();
                      if (!model.isEmpty()) {
                        around.news().promoted(model);
                      }
                    })));
  }

  void close() {
    activity.close();
  }
}
