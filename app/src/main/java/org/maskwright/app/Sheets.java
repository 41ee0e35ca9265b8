package org.maskwright.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.accept.BatchView;
import org.maskwright.app.accept.BatchViewModel;
import org.maskwright.app.accept.ClassMapView;
import org.maskwright.app.accept.ClassMapViewModel;
import org.maskwright.app.classes.ClassFilterView;
import org.maskwright.app.classes.ClassesViewModel;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.dialog.SheetPane;
import org.maskwright.app.exchange.Course;
import org.maskwright.app.exchange.ExportView;
import org.maskwright.app.exchange.ExportViewModel;
import org.maskwright.app.exchange.ImportView;
import org.maskwright.app.exchange.ImportViewModel;
import org.maskwright.app.keys.Command;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.settings.EngineSettingsViewModel;
import org.maskwright.app.settings.KeysViewModel;
import org.maskwright.app.settings.SettingsView;
import org.maskwright.app.settings.SettingsViewModel;
import org.maskwright.app.train.TrainView;
import org.maskwright.app.train.TrainViewModel;

/** Opens the sheets that commands ask for. */
final class Sheets {

  private final Services services;
  private final Dialogs dialogs;
  private final SheetPane pane;
  private final Consumer<Path> openFolder;
  private @Nullable SettingsViewModel settings;
  private @Nullable SettingsView settingsView;
  private @Nullable TrainView train;
  private @Nullable TrainViewModel trainOf;

  /**
   * Sheets over a window's content.
   *
   * @param openFolder shows a folder on the desktop
   */
  Sheets(Services services, Dialogs dialogs, SheetPane pane, Consumer<Path> openFolder) {
    this.services = services;
    this.dialogs = dialogs;
    this.pane = pane;
    this.openFolder = openFolder;
  }

  /** True while a sheet has the keys. */
  boolean isOpen() {
    return pane.openProperty().get();
  }

  /**
   * Opens the sheet that a command stands for.
   *
   * @param session the project that is open
   * @return false if the command stands for none
   */
  boolean open(Command command, Optional<ProjectSession> session) {
    if (command == Command.SETTINGS) {
      settings();
    } else if (command == Command.EXPORT && session.isPresent()) {
      export(session.get());
    } else if (command == Command.IMPORT && session.isPresent()) {
      takeIn(session.get());
    } else {
      return false;
    }
    return true;
  }

  private void export(ProjectSession session) {
    ExportViewModel model =
        new ExportViewModel(session, dialogs, services.texts(), () -> Set.copyOf(session.listed()));
    Runnable close = () -> close(model.course());
    pane.show(new ExportView(model, services.texts(), close, openFolder), close);
  }

  private void takeIn(ProjectSession session) {
    ImportViewModel model = new ImportViewModel(session, dialogs, services.texts());
    Runnable close = () -> close(model.course());
    pane.show(new ImportView(model, services.texts(), close), close);
  }

  /** Lets a person decide what the classes of a model are in the project. */
  void decideClasses(ClassMapViewModel model) {
    pane.show(new ClassMapView(model, services.texts(), pane::hide), pane::hide);
  }

  /** Lets a person accept one class in many images. */
  void acceptMany(BatchViewModel model) {
    model.begin();
    Runnable close =
        () -> {
          if (!model.busyProperty().get()) {
            pane.hide();
          }
        };
    pane.show(new BatchView(model, services.texts(), close), close);
  }

  /** Teaches a network. Its view is made once a project, as its model lives as long. */
  void train(TrainViewModel model) {
    TrainView view = train;
    if (view == null || trainOf != model) {
      view = new TrainView(model, services.texts(), pane::hide);
      train = view;
      trainOf = model;
    }
    model.refresh();
    pane.show(view, pane::hide);
  }

  /** Lets a person find a class by name where the cursor is. */
  void findClass(ClassesViewModel classes, Point2D cursor) {
    pane.showAt(new ClassFilterView(classes, services.texts(), pane::hide), cursor, pane::hide);
  }

  /** What is being written is not left alone by a slip of the finger. */
  private void close(Course course) {
    if (course.stage() != Course.Stage.WORKING) {
      course.close();
      pane.hide();
    }
  }

  /** Made once: its rows listen to the settings as long as the window lives. */
  private void settings() {
    SettingsViewModel model = settings;
    SettingsView view = settingsView;
    if (model == null || view == null) {
      model = new SettingsViewModel(services.settings(), dialogs, services.texts());
      EngineSettingsViewModel engine =
          new EngineSettingsViewModel(
              services.engine(), services.folders(), services.tasks(), dialogs, services.texts());
      view = new SettingsView(model, engine, services.texts(), pane::hide);
      settings = model;
      settingsView = view;
    }
    KeysViewModel keys = model.keys();
    Runnable escape =
        () -> {
          if (!keys.cancel()) {
            pane.hide();
          }
        };
    pane.show(view, escape);
  }
}
