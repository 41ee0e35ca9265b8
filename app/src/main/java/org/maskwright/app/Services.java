package org.maskwright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.maskwright.app.click.EngineObjects;
import org.maskwright.app.click.KeptClicks;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.engine.ChosenEngine;
import org.maskwright.app.engine.EngineChoice;
import org.maskwright.app.engine.EngineSource;
import org.maskwright.app.engine.SharedEngine;
import org.maskwright.app.project.SamplesViewModel;
import org.maskwright.app.project.ThumbnailStore;
import org.maskwright.app.proposal.ClosedImages;
import org.maskwright.app.proposal.EnginePredictions;
import org.maskwright.app.proposal.PredictionCache;
import org.maskwright.app.proposal.Predictions;
import org.maskwright.app.proposal.Proposals;
import org.maskwright.app.session.Backstage;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.session.Settings;
import org.maskwright.app.session.SettingsSaver;
import org.maskwright.app.session.SettingsStore;
import org.maskwright.app.task.FxTasks;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.text.Texts;
import org.maskwright.app.tool.ObjectMemory;
import org.maskwright.app.tool.ObjectSource;
import org.maskwright.app.train.Around;
import org.maskwright.app.train.EngineWorkshop;
import org.maskwright.app.train.TrainViewModel;
import org.maskwright.app.train.Workshop;
import org.maskwright.data.image.pyramid.ImageOpener;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.program.UserFolders;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;

/** Everything that lives as long as the window. The only place that constructs. */
final class Services implements AutoCloseable {

  private static final int BACKGROUND_THREADS = 3;
  private static final int OPENING_THREADS = 2;
  private static final int TOOL_THREADS = 4;

  /** One of them may watch a training for as long as that lasts. */
  private static final int TRAINING_THREADS = 4;

  private static final int PREDICTING_THREADS = 2;
  private static final long PREDICTION_BYTES = 1L << 30;

  private final SettingsSaver saver;
  private final ObjectProperty<Settings> settings;
  private final Texts texts;
  private final FxTasks tasks;
  private final FxTasks opening;
  private final FxTasks saving;
  private final FxTasks toolTasks;
  private final Workplace workplace;
  private final ImageOpener images;
  private final ThumbnailStore thumbnails;
  private final UserFolders folders;
  private final SharedEngine engine;
  private final Predictions predictions;
  private final FxTasks training;
  private final Workshop workshop;
  private final ObjectSource objects;
  private final FxTasks predicting;
  private final FxTasks projectWork;

  Services(UserFolders folders) throws IOException {
    this(folders, choice -> new ChosenEngine(choice, folders));
  }

  /** The same with engines from elsewhere. */
  Services(UserFolders folders, Function<EngineChoice, EngineSource> engines) throws IOException {
    this.folders = folders;
    SettingsStore store = new SettingsStore(RealDisk.INSTANCE, folders.data());
    saver = new SettingsSaver(store);
    settings = new SimpleObjectProperty<>(store.load(Locale.getDefault()));
    texts = new Texts(settings.get().language());
    tasks = new FxTasks(BACKGROUND_THREADS, Platform::runLater);
    opening = new FxTasks(OPENING_THREADS, Platform::runLater);
    saving = new FxTasks(1, Platform::runLater);
    toolTasks = new FxTasks(TOOL_THREADS, Platform::runLater);
    workplace = Workplace.current();
    images = new ImageOpener(folders.cache().resolve("tiles"));
    thumbnails = new ThumbnailStore(RealDisk.INSTANCE, folders.cache().resolve("thumbnails"));
    predicting = new FxTasks(PREDICTING_THREADS, Platform::runLater);
    projectWork = new FxTasks(1, Platform::runLater);
    engine = new SharedEngine(EngineChoice.loadOrOwn(folders), engines, Platform::runLater);
    training = new FxTasks(TRAINING_THREADS, Platform::runLater);
    workshop = new EngineWorkshop(engine);
    objects = new EngineObjects(engine, toolTasks);
    predictions =
        new EnginePredictions(
            engine,
            new PredictionCache(
                RealDisk.INSTANCE, folders.cache().resolve("predictions"), PREDICTION_BYTES));
    settings.subscribe(now -> texts.languageProperty().set(now.language()));
    settings.addListener((o, before, now) -> saver.save(now));
  }

  ObjectProperty<Settings> settings() {
    return settings;
  }

  Texts texts() {
    return texts;
  }

  Tasks tasks() {
    return tasks;
  }

  /** What works for an open project. */
  Backstage backstage() {
    return new Backstage(opening, saving, tasks, images, Platform::runLater);
  }

  /** What tools look for does not wait behind small pictures. */
  Tasks toolTasks() {
    return toolTasks;
  }

  Workplace workplace() {
    return workplace;
  }

  /** Where projects go that may not lie beside their photos. */
  Path projects() {
    return folders.data().resolve("projects");
  }

  /** What models say about an image, from the engine or from disk; for tasks. */
  Predictions predictions() {
    return predictions;
  }

  /** The same for images that are not on show. */
  ClosedImages closedImages(Project project) {
    return new ClosedImages(project, predictions(project), images);
  }

  /** What may take hours, one thing at a time. */
  Tasks projectWork() {
    return projectWork;
  }

  /** What keeps the clicks of a project. */
  ObjectMemory clickMemory(Project project, Consumer<Exception> failures) {
    return new KeptClicks(project, saving, failures);
  }

  /** What finds objects that were clicked. */
  ObjectSource objects() {
    return objects;
  }

  /** The same for a project with a model of its own. */
  Predictions predictions(Project project) {
    return new ProjectPredictions(project, predictions, workshop);
  }

  /** What an open project shows of them. */
  Proposals proposals(ProjectSession session) {
    return new Proposals(
        session, predictions(session.project()), engine.statusProperty(), images, predicting);
  }

  /** Fine-tuning in an open project; what comes of it is shown by the proposals. */
  TrainViewModel training(
      ProjectSession session, Proposals proposals, Dialogs dialogs, Consumer<Exception> failed) {
    return new TrainViewModel(
        new Around(
            session,
            workshop,
            engine.statusProperty(),
            training,
            Platform::runLater,
            dialogs,
            texts,
            new ModelsInUse(proposals, predictions(session.project()), training, failed)));
  }

  /** The samples, which are drawn among the user's own data. */
  SamplesViewModel samples(SamplesViewModel.Opening opening) {
    return new SamplesViewModel(folders.data().resolve("samples"), workplace, tasks, opening);
  }

  /** What belongs to the user and to no project. */
  UserFolders folders() {
    return folders;
  }

  /** The engine that whatever predicts, trains or evaluates asks; started with a project. */
  SharedEngine engine() {
    return engine;
  }

  ThumbnailStore thumbnails() {
    return thumbnails;
  }

  @Override
  public void close() {
    predicting.close();
    projectWork.close();
    training.close();
    engine.close();
    opening.close();
    saving.close();
    toolTasks.close();
    tasks.close();
    saver.close();
  }
}
