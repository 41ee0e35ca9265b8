package org.maskwright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.classes.ClassesViewModel;
import org.maskwright.app.compare.EditorViewModel;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.dialog.SheetPane;
import org.maskwright.app.guide.GuideView;
import org.maskwright.app.guide.GuideViewModel;
import org.maskwright.app.keys.Command;
import org.maskwright.app.keys.KeyDispatcher;
import org.maskwright.app.main.MainView;
import org.maskwright.app.main.MainViewModel;
import org.maskwright.app.main.MainViewModel.Page;
import org.maskwright.app.main.WorkModels;
import org.maskwright.app.main.WorkView;
import org.maskwright.app.project.NewProjectView;
import org.maskwright.app.project.NewProjectViewModel;
import org.maskwright.app.project.SamplesViewModel;
import org.maskwright.app.project.SaveSignView;
import org.maskwright.app.project.StartView;
import org.maskwright.app.project.StartViewModel;
import org.maskwright.app.proposal.Proposal;
import org.maskwright.app.session.Layout;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.session.Settings;
import org.maskwright.app.session.UndoGuard;
import org.maskwright.app.text.Texts;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.project.Project;

/** One window: puts the pages together and gives the keys to whoever they are for. */
final class Workbench implements KeyDispatcher.CommandHandler {

  private final Services services;
  private final Dialogs dialogs;
  private final NewProjectViewModel.Surroundings around;
  private final MainViewModel model;
  private final MainView view;
  private final SamplesViewModel samples;
  private final Sheets sheets;
  private final Composition composition;
  private final Scene scene;
  private @Nullable ProjectSession session;
  private @Nullable UndoGuard undo;
  private @Nullable WorkModels models;
  private @Nullable WorkView work;
  private Point2D cursor = Point2D.ZERO;

  Workbench(Services services, Dialogs dialogs, Desk desk) {
    this.services = services;
    this.dialogs = dialogs;
    around =
        new NewProjectViewModel.Surroundings(
            services.workplace(), services.tasks(), dialogs, services.texts());
    model = new MainViewModel(services.settings(), around, services.projects());
    samples = services.samples(new SamplesViewModel.Opening(model::open, model::failed));
    ObjectProperty<Settings> settings = services.settings();
    view = new MainView(model, settings, services.texts(), bar(desk));
    view.setBottom(
        new GuideView(
            new GuideViewModel(settings, services.texts()),
            model.pageProperty().map(page -> page instanceof Page.Work),
            services.texts()));
    SheetPane pane = new SheetPane(view);
    sheets = new Sheets(services, dialogs, pane, desk.openFolder());
    composition = new Composition(services, dialogs, model, sheets);
    Layout size = settings.get().layout();
    scene = new Scene(pane, size.width(), size.height());
    scene.addEventFilter(
        MouseEvent.MOUSE_MOVED, e -> cursor = new Point2D(e.getSceneX(), e.getSceneY()));
    model.pageProperty().subscribe(this::show);
    new KeyDispatcher(() -> services.settings().get().keys(), this).install(scene);
    scene.windowProperty().subscribe(this::saveWhenOthersComeForward);
  }

  /** Whoever turns to another program may want to look at the masks there. */
  private void saveWhenOthersComeForward(@Nullable Window window) {
    if (window != null) {
      window.focusedProperty().addListener(o -> turnedAway());
    }
  }

  private void turnedAway() {
    Optional.ofNullable(session).ifPresent(ProjectSession::save);
    // Whoever comes back may have imported a model meanwhile.
    Optional.ofNullable(models).ifPresent(open -> open.proposed().compare().cameBack());
  }

  private MainView.Actions bar(Desk desk) {
    return new MainView.Actions(command -> pressed(command, false), desk.toggleTheme());
  }

  Scene scene() {
    return scene;
  }

  MainViewModel model() {
    return model;
  }

  /** The mask of the image on show, if one is. */
  Optional<LabelMask> shownMask() {
    return Optional.ofNullable(session)
        .flatMap(open -> open.currentProperty().get())
        .map(OpenImage::mask);
  }

  /** The image on show, if one is. */
  Optional<String> shownImage() {
    return Optional.ofNullable(session)
        .flatMap(open -> open.currentProperty().get())
        .map(image -> image.id().toString());
  }

  /** What a model proposes for the image on show, if anything. */
  Optional<Proposal> shownProposal() {
    return Optional.ofNullable(models).flatMap(open -> open.proposed().compare().shownProposal());
  }

  private void show(Page page) {
    leaveWork();
    Texts texts = services.texts();
    ObjectProperty<Settings> settings = services.settings();
    if (page instanceof Page.Create create) {
      var form = new NewProjectViewModel(create.photos(), around, model::made);
      view.show("Maskwright", new NewProjectView(form, texts, model::showStart));
    } else if (page instanceof Page.Work opened) {
      work(opened);
    } else {
      var start = new StartViewModel(settings, around, model::open);
      view.show("Maskwright", new StartView(start, samples, texts));
    }
  }

  private void work(Page.Work page) {
    Project project = page.project();
    Texts texts = services.texts();
    ProjectSession opened = new ProjectSession(project, services.backstage(), model);
    WorkModels parts = composition.of(opened);
    WorkView shown =
        new WorkView(parts, services.settings(), texts, () -> pressed(Command.ACCEPT_MANY, false));
    session = opened;
    undo = new UndoGuard(opened, dialogs, texts);
    models = parts;
    work = shown;
    Path home = project.folder().home();
    view.show(
        String.valueOf(home.getFileName()),
        home.toString(),
        new SaveSignView(opened.saveStateProperty(), texts),
        shown);
    opened.refresh(page.first().or(() -> services.settings().get().lastImage(home)));
    opened.currentProperty().subscribe(now -> now.ifPresent(image -> remember(home, image)));
    services.engine().start();
  }

  private void remember(Path home, OpenImage image) {
    ObjectProperty<Settings> settings = services.settings();
    settings.set(settings.get().withLastImage(home, image.id()));
  }

  private void leaveWork() {
    if (session != null) {
      model.leavingBegan();
      close(model::leavingEnded);
    }
  }

  /** Saves what is open, then goes on. */
  void close(Runnable then) {
    ProjectSession leaving = session;
    session = null;
    undo = null;
    Optional.ofNullable(models).ifPresent(WorkModels::close);
    models = null;
    work = null;
    if (leaving == null) {
      then.run();
    } else {
      leaving.close(then);
    }
  }

  @Override
  public boolean pressed(Command command, boolean repeated) {
    if (sheets.isOpen()) {
      return false;
    }
    if (sheets.open(command, Optional.ofNullable(session))) {
      return true;
    }
    ProjectSession open = session;
    WorkModels parts = models;
    WorkView page = work;
    if (open == null || parts == null || page == null) {
      return false;
    }
    switch (command) {
      case NEXT_IMAGE -> go(open, 1, repeated);
      case PREVIOUS_IMAGE -> go(open, -1, repeated);
      case SAVE -> open.save();
      case UNDO -> undo(parts.editor());
      case PAN -> page.pan(true);
      case VALIDATE -> page.toggleChecks();
      case FINE_TUNE -> sheets.train(parts.engine().train());
      case FIND_IMAGE -> page.findImage();
      case QUEUE -> {
        parts.proposed().queue().opened();
        page.toggleQueue();
      }
      case ACCEPT_MANY -> sheets.acceptMany(parts.proposed().batch());
      default -> {
        return ReviewKeys.pressed(command, parts)
            || page.run(command)
            || parts.proposed().compare().run(command)
            || parts.editor().run(command)
            || parts.proposed().accept().run(command)
            || choose(command, parts.classes());
      }
    }
    return true;
  }

  private boolean choose(Command command, ClassesViewModel classes) {
    if (command == Command.CLASS_FILTER) {
      sheets.findClass(classes, cursor);
      return true;
    }
    return command.slot() > 0 && classes.chooseDigit(command.slot());
  }

  /** Who holds the key down looks for an image; none is opened until it is found. */
  private static void go(ProjectSession open, int by, boolean repeated) {
    if (repeated) {
      open.skim(by);
    } else {
      open.step(by);
    }
  }

  private void undo(EditorViewModel painting) {
    UndoGuard guard = undo;
    try {
      // What is half done is younger than any step, and needs no asking.
      if (!painting.tools().back() && guard != null && guard.allows()) {
        painting.run(Command.UNDO);
      }
    } catch (IOException e) {
      model.failed(e);
    }
  }

  @Override
  public void released(Command command) {
    switch (command) {
      case PAN -> Optional.ofNullable(work).ifPresent(page -> page.pan(false));
      case NEXT_IMAGE, PREVIOUS_IMAGE ->
          Optional.ofNullable(session).ifPresent(ProjectSession::settle);
      default -> Optional.ofNullable(work).ifPresent(page -> page.released(command));
    }
  }
}
