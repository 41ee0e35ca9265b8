package org.maskwright.app.review;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.session.ImageMilestones;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Texts;
import org.maskwright.data.project.ImageRecord;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Note;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.RestOnDone;

/** How far the work on the image on show is, and what it may become next. */
public final class ProgressViewModel {

  private final ProjectSession session;
  private final ObservableValue<Settings> settings;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Consumer<Exception> failures;
  private final ReadOnlyObjectWrapper<Optional<Stage>> stage =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * The model of the image on show.
   *
   * @param settings may say once for all projects what becomes of unlabelled pixels
   */
  public ProgressViewModel(
      ProjectSession session,
      ObservableValue<Settings> settings,
      Dialogs dialogs,
      Texts texts,
      Consumer<Exception> failures) {
    this.session = session;
    this.settings = settings;
    this.dialogs = dialogs;
    this.texts = texts;
    this.failures = failures;
    session.recordProperty().subscribe(this::show);
    texts.languageProperty().addListener(o -> show(session.recordProperty().get()));
  }

  /**
   * What is said about the image on show.
   *
   * @param id the state's name in files, for styles
   * @param text the state in words
   * @param hint what to do about it; empty where nothing has to be said
   * @param action what the main button does
   */
  public record Stage(String id, String text, String hint, Action action) {}

  /** What the main button does. */
  public enum Action {
    DONE,
    REOPEN,
    UNLOCK
  }

  private void show(Optional<ImageRecord> record) {
    stage.set(record.map(this::stage));
  }

  private Stage stage(ImageRecord record) {
    ImageState state = record.state();
    Action action =
        switch (state) {
          case READY -> Action.REOPEN;
          case VERIFIED, UNUSABLE -> Action.UNLOCK;
          default -> Action.DONE;
        };
    String hint =
        switch (state) {
          case VERIFIED -> texts.get("progress.verifiedHint");
          case UNUSABLE -> texts.get("progress.unusableHint");
          case RETURNED -> record.note().map(this::words).orElse("");
          default -> "";
        };
    return new Stage(state.id(), texts.get("state." + state.name()), hint, action);
  }

  private String words(Note note) {
    return texts.get("progress.note", note.author(), note.text());
  }

  /** Empty while no image is on show. */
  public ReadOnlyObjectProperty<Optional<Stage>> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /** Marks the image done and goes on to the next one. */
  public void done() {
    Optional<ImageRecord> now = session.recordProperty().get();
    if (now.isEmpty() || !now.get().state().mayBecome(ImageState.READY)) {
      return;
    }
    try {
      rest()
          .ifPresent(
              decided -> {
                milestones().done(decided);
                session.step(1);
              });
    } catch (IOException e) {
      failures.accept(e);
    }
  }

  /** Asked once a project, and only when there is something to decide. */
  private Optional<RestOnDone> rest() throws IOException {
    Project project = session.project();
    RestOnDone ofProject = project.settings().rest();
    RestOnDone known =
        ofProject == RestOnDone.ASK ? settings.getValue().defaults().rest() : ofProject;
    if (known != RestOnDone.ASK || !milestones().hasUnlabelled()) {
      return Optional.of(known);
    }
    OptionalInt answer =
        dialogs.choose(
            texts.get("progress.rest"),
            texts.get("progress.restHint"),
            List.of(texts.get("progress.restBackground"), texts.get("progress.restUnlabelled")));
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    RestOnDone decided = answer.getAsInt() == 0 ? RestOnDone.BACKGROUND : RestOnDone.UNLABELLED;
    project.changeSettings(project.settings().withRest(decided));
    return Optional.of(decided);
  }

  /** Does what the main button says. */
  public void act() {
    stage
        .get()
        .ifPresent(
            now -> {
              switch (now.action()) {
                case DONE -> done();
                case REOPEN -> milestones().reopen();
                case UNLOCK -> milestones().unlock();
              }
            });
  }

  /** Says that the image is not to be labelled. */
  public void exclude() {
    milestones().exclude();
  }

  private ImageMilestones milestones() {
    return session.milestones();
  }
}
