package org.maskwright.app.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.engine.EngineChoice;
import org.maskwright.app.engine.EngineStatus;
import org.maskwright.app.engine.EngineTrust;
import org.maskwright.app.engine.SharedEngine;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.text.Texts;
import org.maskwright.data.program.UserFolders;

/** Which engine is asked: the one of this machine, or one that runs on another. */
public final class EngineSettingsViewModel {

  private static final int USUAL_PORT = 7700;
  private static final int MAX_PORT = 65535;

  private final SharedEngine engine;
  private final UserFolders folders;
  private final Tasks tasks;
  private final Dialogs dialogs;
  private final Texts texts;
  private final EngineTrust trust;
  private final BooleanProperty remote = new SimpleBooleanProperty();
  private final StringProperty host = new SimpleStringProperty("");
  private final StringProperty port = new SimpleStringProperty(String.valueOf(USUAL_PORT));
  private final StringProperty tokenFile = new SimpleStringProperty("");
  private final StringProperty authority = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper mistake = new ReadOnlyStringWrapper("");

  /**
   * The settings of the window's engine.
   *
   * @param folders keep the choice
   */
  public EngineSettingsViewModel(
      SharedEngine engine, UserFolders folders, Tasks tasks, Dialogs dialogs, Texts texts) {
    this.engine = engine;
    this.folders = folders;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.texts = texts;
    trust = new EngineTrust(engine, dialogs, texts);
    engine.choiceProperty().get().remote().ifPresent(this::show);
    remote.addListener(o -> turned());
  }

  private void show(EngineChoice.Remote there) {
    remote.set(true);
    host.set(there.host());
    port.set(String.valueOf(there.port()));
    tokenFile.set(there.tokenFile().toString());
    authority.set(there.authority().map(Path::toString).orElse(""));
  }

  /** The engine of this machine needs no more said; one elsewhere does. */
  private void turned() {
    mistake.set("");
    if (!remote.get()) {
      choose(EngineChoice.THIS_MACHINE);
    }
  }

  /** True for an engine on another machine. */
  public BooleanProperty remoteProperty() {
    return remote;
  }

  public StringProperty hostProperty() {
    return host;
  }

  public StringProperty portProperty() {
    return port;
  }

  public StringProperty tokenFileProperty() {
    return tokenFile;
  }

  /** A file with the authority's certificate; empty to remember the engine's own. */
  public StringProperty authorityProperty() {
    return authority;
  }

  /** What has to be corrected before the engine can be used; empty if nothing. */
  public ReadOnlyStringProperty mistakeProperty() {
    return mistake.getReadOnlyProperty();
  }

  /** How the engine is now, and what is to be done if it is not well. */
  public ObservableValue<String> statusProperty() {
    return Bindings.createStringBinding(
        () -> {
          EngineStatus now = engine.statusProperty().get();
          String detail = now.detail(texts);
          return detail.isEmpty() ? now.text(texts) : now.text(texts) + ". " + detail;
        },
        engine.statusProperty(),
        texts.languageProperty());
  }

  /** True if it stays away until somebody asks for it. */
  public ObservableValue<Boolean> lostProperty() {
    return engine.statusProperty().map(now -> now.state() == EngineStatus.State.LOST);
  }

  /** True if it shows another certificate than before, and a person has to say what of it. */
  public ObservableValue<Boolean> changedProperty() {
    return EngineTrust.isWantedIn(engine.statusProperty());
  }

  /** Lets a person look at the certificates. */
  public void lookAtCertificate() {
    trust.ask();
  }

  public void tryAgain() {
    engine.tryAgain();
  }

  public void chooseTokenFile() {
    choose(tokenFile, "settings.engine.tokenFile");
  }

  public void chooseAuthority() {
    choose(authority, "settings.engine.authority");
  }

  private void choose(StringProperty into, String title) {
    dialogs
        .chooseFile(texts.get(title), Optional.empty())
        .ifPresent(file -> into.set(file.toString()));
  }

  /** Turns to the engine on the other machine, if what was typed can be meant. */
  public void useRemote() {
    int number = portNumber();
    mistake.set(mistake(number));
    if (mistake.get().isEmpty()) {
      Optional<Path> signer =
          authority.get().isBlank()
              ? Optional.empty()
              : Optional.of(Path.of(authority.get().strip()));
      choose(
          new EngineChoice(
              Optional.of(
                  new EngineChoice.Remote(
                      host.get().strip(), number, Path.of(tokenFile.get().strip()), signer))));
    }
  }

  private String mistake(int number) {
    if (!host.get().strip().matches("[\\p{Alnum}.:_-]+")) {
      return texts.get("settings.engine.noHost");
    }
    if (number < 1 || number > MAX_PORT) {
      return texts.get("settings.engine.noPort");
    }
    if (!isFile(tokenFile.get())) {
      return texts.get("settings.engine.noTokenFile");
    }
    return authority.get().isBlank() || isFile(authority.get())
        ? ""
        : texts.get("settings.engine.noAuthority");
  }

  private int portNumber() {
    return port.get().strip().matches("\\d{1,5}") ? Integer.parseInt(port.get().strip()) : 0;
  }

  private static boolean isFile(String path) {
    try {
      return !path.isBlank() && Files.isRegularFile(Path.of(path.strip()));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void choose(EngineChoice chosen) {
    if (!chosen.equals(engine.choiceProperty().get())) {
      engine.choose(chosen);
    }
    tasks.start(
        progress -> {
          chosen.save(folders);
          return chosen;
        },
        new Outcome<>(saved -> {}, reason -> mistake.set(texts.reason(reason))));
  }
}
