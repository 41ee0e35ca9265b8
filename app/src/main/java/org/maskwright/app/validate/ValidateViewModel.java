package org.maskwright.app.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.text.Texts;
import org.maskwright.app.validate.Issue.Kind;
import org.maskwright.data.edit.ProjectEdits;
import org.maskwright.data.edit.ProjectOutcome;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.task.Progress;

/** What looks like a slip in the masks, the way there, and what repairs it. */
public final class ValidateViewModel {

  public static final int MAX_SPECK = 10_000;

  private static final int FIRST_SPECK = 30;
  private static final double UNKNOWN = -1;

  private final ProjectSession session;
  private final Painting painting;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Consumer<Region> lookAt;
  private final IntegerProperty speck = new SimpleIntegerProperty(FIRST_SPECK);
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper repaired = new ReadOnlyStringWrapper("");
  private final Subscription language;
  private List<Issue> issues = List.of();
  private Supplier<String> said = () -> "";
  private Supplier<String> outcome = () -> "";
  private RunningTask running = () -> {};
  private Optional<Place> pending = Optional.empty();

  private record Place(ImageId image, Region region) {}

  /**
   * The checks of the open project.
   *
   * @param painting knows which classes are locked
   * @param lookAt brings a part of the image on show into view
   */
  public ValidateViewModel(
      ProjectSession session,
      Painting painting,
      Dialogs dialogs,
      Texts texts,
      Consumer<Region> lookAt) {
    this.session = session;
    this.painting = painting;
    this.dialogs = dialogs;
    this.texts = texts;
    this.lookAt = lookAt;
    say(() -> texts.get("validate.first"));
    session.currentProperty().addListener((o, before, now) -> arrived(now));
    language = texts.languageProperty().subscribe(now -> sayAgain());
  }

  /** A line of the list. */
  public static final class Line {

    private final Issue issue;
    private final String text;
    private int next;

    private Line(Issue issue, String text) {
      this.issue = issue;
      this.text = text;
    }

    /** What it is about, as a stable key. */
    public String kind() {
      return issue.kind().name();
    }

    public String name() {
      return issue.name();
    }

    public String text() {
      return text;
    }

    /** True if specks can be removed, or unlabelled pixels filled. */
    public boolean isRepairable() {
      return issue.kind() == Kind.SPECKS || issue.kind() == Kind.UNLABELLED;
    }

    public boolean isUnlabelled() {
      return issue.kind() == Kind.UNLABELLED;
    }
  }

  public ObservableList<Line> lines() {
    return lines;
  }

  /** Connected parts of fewer pixels are specks. */
  public IntegerProperty speckProperty() {
    return speck;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** From 0 to 1; less than 0 as long as nobody knows. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** What came of the last repair. */
  public ReadOnlyStringProperty repairedProperty() {
    return repaired.getReadOnlyProperty();
  }

  /** True if the last repair can be taken back in all its images. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** The classes that unlabelled pixels can be given. */
  public List<LabelClass> classes() {
    return session.schemeProperty().get().active();
  }

  /** Looks through all masks, with the strokes of the image on show. */
  public void search() {
    long size = speck.get();
    begin();
    running =
        session
            .longWork()
            .onceSaved(task -> IssueSearch.run(session.project(), size, task), ending(this::found));
    forgetIfEnded();
  }

  private void found(List<Issue> found) {
    issues = found;
    String key = found.isEmpty() ? "validate.nothing" : "validate.found";
    end(() -> texts.get(key, found.size()));
    show();
  }

  /** What is said now, and once more in another language if that is chosen. */
  private void say(Supplier<String> words) {
    said = words;
    message.set(words.get());
  }

  private void sayAgain() {
    message.set(said.get());
    repaired.set(outcome.get());
    show();
  }

  private void show() {
    lines.setAll(issues.stream().map(issue -> new Line(issue, words(issue))).toList());
  }

  private String words(Issue issue) {
    return issue
        .problem()
        .map(texts::get)
        .orElseGet(() -> texts.get("validate.text." + issue.kind(), issue.count(), issue.pixels()));
  }

  private void begin() {
    running.cancel();
    progress.set(UNKNOWN);
    say(() -> texts.get("exchange.looking"));
    busy.set(true);
  }

  private <T> Outcome<T> ending(Consumer<T> onSuccess) {
    return new Outcome<>(onSuccess, this::failed, this::report);
  }

  private void report(String phase, long done, long total) {
    progress.set(total > 0 ? (double) done / total : UNKNOWN);
    say(() -> texts.get("exchange.phaseOf", texts.get("phase." + phase), done, total));
  }

  private void failed(Exception reason) {
    end(
        () ->
            reason instanceof DataException known
                ? texts.get(known.problem())
                : texts.get("main.failed", String.valueOf(reason.getMessage())));
  }

  private void end(Supplier<String> words) {
    running = () -> {};
    busy.set(false);
    say(words);
  }

  private void forgetIfEnded() {
    if (!busy.get()) {
      running = () -> {};
    }
  }

  public void cancel() {
    if (busy.get()) {
      running.cancel();
      end(() -> texts.get("validate.cancelled"));
    }
  }

  /** Ends what runs; the project is left. */
  public void close() {
    cancel();
    language.unsubscribe();
  }

  /** Goes to the image, and there from one place to the next with each time it is asked. */
  public void visit(Line line) {
    Optional<ImageId> image = line.issue.image();
    if (image.isEmpty()) {
      return;
    }
    List<Region> places = line.issue.places();
    pending =
        places.isEmpty()
            ? Optional.empty()
            : Optional.of(new Place(image.get(), places.get(line.next++ % places.size())));
    session.select(image.get());
    arrived(session.currentProperty().get());
  }

  private void arrived(Optional<OpenImage> image) {
    Optional<Place> wanted =
        pending.filter(place -> image.filter(i -> i.id().equals(place.image())).isPresent());
    wanted.ifPresent(
        place -> {
          pending = Optional.empty();
          lookAt.accept(place.region());
        });
  }

  /** Gives the specks of one image to their surroundings. */
  public void removeSpecks(Line line) {
    repair(List.of(line), texts.get("validate.removeSpecks"), Repair.specks(speck.get()));
  }

  /** Gives the specks of all images to their surroundings, as one step. */
  public void removeAllSpecks() {
    repairAll(Kind.SPECKS, texts.get("validate.removeSpecks"), Repair.specks(speck.get()));
  }

  /** Gives what nobody decided in one image to a class. */
  public void fill(Line line, LabelClass label) {
    repair(List.of(line), texts.get("validate.fillWith", label.name()), Repair.fill(label));
  }

  /** Gives what nobody decided in all images to a class, as one step. */
  public void fillAll(LabelClass label) {
    repairAll(Kind.UNLABELLED, texts.get("validate.fillWith", label.name()), Repair.fill(label));
  }

  /** How many images have slips of the kind of this one. */
  public long countLike(Line line) {
    return lines.stream().filter(other -> other.issue.kind() == line.issue.kind()).count();
  }

  private void repairAll(Kind kind, String name, ProjectEdits.Command command) {
    List<Line> all = lines.stream().filter(line -> line.issue.kind() == kind).toList();
    if (dialogs.confirm(
        name,
        texts.get("validate.repairText", all.size()),
        texts.get("validate.repairAction", all.size()))) {
      repair(all, name, command);
    }
  }

  private void repair(List<Line> chosen, String name, ProjectEdits.Command command) {
    List<String> images = new ArrayList<>();
    chosen.forEach(line -> line.issue.image().ifPresent(image -> images.add(image.toString())));
    runEdits((edits, task) -> edits.run(name, images, command, task), "validate.repaired", true);
  }

  /** Takes the last repair back in all its images, or in none. */
  public void undo() {
    runEdits(ProjectEdits::undo, "validate.undone", false);
  }

  /** Something done to many masks at once. */
  private interface Batch {
    ProjectOutcome run(ProjectEdits edits, Progress task) throws IOException;
  }

  private void runEdits(Batch batch, String doneKey, boolean undoableAfter) {
    Set<Integer> locked = Set.copyOf(painting.lockedClasses());
    begin();
    Tasks.Work<ProjectOutcome> work =
        task -> {
          try (ProjectEdits edits = session.project().edits(locked)) {
            return batch.run(edits, task);
          }
        };
    running =
        session
            .longWork()
            .onceClosed(
                work,
                ending(
                    result -> {
                      outcome = () -> words(result, doneKey);
                      repaired.set(outcome.get());
                      undoable.set(undoableAfter && !result.done().isEmpty());
                      search();
                    }));
    forgetIfEnded();
  }

  private String words(ProjectOutcome result, String doneKey) {
    String done = texts.get(doneKey, result.done().size());
    return result.failed().isEmpty()
        ? done
        : done
            + " "
            + texts.get(
                "validate.notAll", result.failed().size(), texts.get(result.failed().get(0)));
  }
}
