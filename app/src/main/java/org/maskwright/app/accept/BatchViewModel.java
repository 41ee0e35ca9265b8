package org.maskwright.app.accept;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.maskwright.app.proposal.ClosedImages;
import org.maskwright.app.proposal.ImagePrediction;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.proposal.Proposal;
import org.maskwright.app.proposal.Proposals;
import org.maskwright.app.proposal.Question;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.text.Texts;
import org.maskwright.data.edit.ProjectEdit;
import org.maskwright.data.edit.ProjectOutcome;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.proposal.BatchAcceptance;
import org.maskwright.data.proposal.BatchPreview;
import org.maskwright.data.proposal.BatchPreview.Skip;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.proposal.ClassMaps;
import org.maskwright.data.proposal.ProposedMask;
import org.maskwright.data.queue.EvidenceBook;
import org.maskwright.data.task.Progress;

/**
 * Accepts one class in many images: first it is counted what would change, then it is done as one
 * command, which can be taken back as one.
 */
public final class BatchViewModel {

  public static final int LEAST_PERCENT = 50;
  public static final int MOST_PERCENT = 99;

  private static final int USUAL_PERCENT = 90;
  private static final double UNKNOWN = -1;
  private static final double WHOLE = 255.0 / 100;

  private final ProjectSession session;
  private final Painting painting;
  private final Proposals proposals;
  private final ClosedImages images;
  private final EvidenceBook book;
  private final Texts texts;
  private final ObjectProperty<Integer> label = new SimpleObjectProperty<>(0);
  private final IntegerProperty percent = new SimpleIntegerProperty(USUAL_PERCENT);
  private final BooleanProperty listedOnly = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<Optional<BatchPreview>> preview =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private RunningTask running = () -> {};
  private Optional<ProjectEdit> last = Optional.empty();

  public BatchViewModel(
      ProjectSession session,
      Painting painting,
      Proposals proposals,
      ClosedImages images,
      EvidenceBook book,
      Texts texts) {
    this.session = session;
    this.painting = painting;
    this.proposals = proposals;
    this.images = images;
    this.book = book;
    this.texts = texts;
    List<Observable> inputs =
        List.of(
            label,
            percent,
            listedOnly,
            proposals.modelProperty(),
            proposals.sourceProperty(),
            proposals.fullResolutionProperty(),
            proposals.refinedProperty());
    for (Observable input : inputs) {
      input.addListener(o -> forget());
    }
  }

  /** Begins anew, with the class that is painted with. */
  public void begin() {
    label.set(painting.activeClass());
    forget();
  }

  private void forget() {
    if (!busy.get()) {
      preview.set(Optional.empty());
      message.set("");
    }
  }

  public List<LabelClass> classes() {
    return painting.scheme().active();
  }

  /** The class to accept. */
  public ObjectProperty<Integer> labelProperty() {
    return label;
  }

  /** How sure the model has to be, in percent. */
  public IntegerProperty percentProperty() {
    return percent;
  }

  /** True for the images in the list as it is narrowed now, false for all of the project. */
  public BooleanProperty listedOnlyProperty() {
    return listedOnly;
  }

  /** How many images are in the list now. */
  public int listed() {
    return session.listed().size();
  }

  /** What would change; empty until it was counted. */
  public ReadOnlyObjectProperty<Optional<BatchPreview>> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** True if the last batch can be taken back. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** From 0 to 1; less than 0 as long as nobody knows. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** A class of the project, with what is sure enough. */
  private BatchAcceptance.Wish wish() {
    int least = (int) Math.ceil(percent.get() * WHOLE);
    return new BatchAcceptance.Wish(label.get(), least, Set.copyOf(painting.lockedClasses()));
  }

  /** One batch as everything was when it was asked for. */
  private record Asked(
      BatchViewModel batch, Question question, String source, LabelScheme scheme, ClassMap map) {

    Optional<ProposedMask> of(ImageId image) throws IOException {
      Optional<ImageEntry> entry = batch.session.entry(image);
      boolean known =
          entry
              .flatMap(batch.book::of)
              .filter(evidence -> evidence.model().equals(question.model().hash()))
              .isPresent();
      return known
          ? new Proposal(image, question.model(), map, said(image)).mask(source, scheme)
          : Optional.empty();
    }

    private ImagePrediction said(ImageId image) throws IOException {
      return batch.images.predict(question, image, Progress.NONE);
    }
  }

  private BatchAcceptance batch(Question question, BatchAcceptance.Wish wish) throws IOException {
    KnownModel model = question.model();
    ClassMap map = new ClassMaps(session.project()).readOrGuess(model.hash(), model.classNames());
    LabelScheme scheme = session.project().scheme();
    Asked asked = new Asked(this, question, proposals.sourceProperty().get(), scheme, map);
    return new BatchAcceptance(session.project(), asked::of, wish);
  }

  /** Counts what would change. */
  public void look() {
    Optional<Question> question = proposals.question();
    if (question.isEmpty()) {
      message.set(proposals.stateProperty().get().text(texts));
      return;
    }
    BatchAcceptance.Wish wish = wish();
    List<ImageId> chosen =
        listedOnly.get()
            ? session.listed()
            : session.entries().stream().map(ImageEntry::image).toList();
    start();
    running =
        session
            .longWork()
            .onceSaved(
                task -> batch(question.get(), wish).preview(chosen, task), ending(this::counted));
    forgetIfEnded();
  }

  private void start() {
    preview.set(Optional.empty());
    progress.set(UNKNOWN);
    busy.set(true);
    message.set(texts.get("exchange.looking"));
  }

  private <T> Outcome<T> ending(Consumer<T> onSuccess) {
    return new Outcome<>(
        result -> {
          busy.set(false);
          onSuccess.accept(result);
        },
        reason -> {
          busy.set(false);
          message.set(texts.reason(reason));
        },
        (phase, done, total) -> {
          progress.set(total > 0 ? (double) done / total : UNKNOWN);
          message.set(texts.get("batch.images", done, total));
        });
  }

  private void forgetIfEnded() {
    if (!busy.get()) {
      running = () -> {};
    }
  }

  private void counted(BatchPreview found) {
    preview.set(Optional.of(found));
    message.set(words(found));
  }

  private String words(BatchPreview found) {
    StringBuilder words =
        new StringBuilder(texts.get("batch.would", found.pixels(), found.images().size()));
    for (Skip skip : Skip.values()) {
      if (found.count(skip) > 0) {
        words.append('\n').append(texts.get("batch.skip." + skip, found.count(skip)));
      }
    }
    return words.toString();
  }

  /** Does what was counted. */
  public void accept() {
    Optional<Question> question = proposals.question();
    Optional<BatchPreview> wanted = preview.get();
    if (question.isEmpty() || wanted.isEmpty()) {
      return;
    }
    BatchAcceptance.Wish wish = wish();
    String words = painting.scheme().get(wish.label()).name();
    start();
    running =
        session
            .longWork()
            .onceClosed(
                task -> batch(question.get(), wish).run(wanted.get(), words, task),
                ending(this::accepted));
    forgetIfEnded();
  }

  private void accepted(BatchAcceptance.Done done) {
    last = done.edit();
    undoable.set(last.isPresent());
    message.set(words(done.outcome(), "batch.done"));
  }

  /** Takes the last batch back, in every image that nobody edited since. */
  public void undo() {
    Optional<ProjectEdit> edit = last;
    if (edit.isPresent()) {
      start();
      running =
          session
              .longWork()
              .onceClosed(
                  task -> BatchAcceptance.undo(session.project(), edit.get(), task),
                  ending(this::undone));
      forgetIfEnded();
    }
  }

  private void undone(ProjectOutcome outcome) {
    last = Optional.empty();
    undoable.set(false);
    message.set(words(outcome, "batch.undone"));
  }

  private String words(ProjectOutcome outcome, String key) {
    StringBuilder words = new StringBuilder(texts.get(key, outcome.done().size()));
    outcome.failed().forEach(problem -> words.append('\n').append(texts.get(problem)));
    return words.toString();
  }

  /** Ends what runs; what was done until then can be taken back as one. */
  public void cancel() {
    if (busy.get()) {
      running.cancel();
      busy.set(false);
      message.set(texts.get("validate.cancelled"));
    }
  }
}
