package org.maskwright.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.engine.ChosenEngine;
import org.maskwright.app.engine.EngineChoice;
import org.maskwright.app.engine.SharedEngine;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.program.UserFolders;

class EngineSettingsViewModelTest {

  @TempDir private Path home;

  private UserFolders folders;
  private SharedEngine engine;
  private Path token;

  @BeforeEach
  void writeToken() throws IOException {
    folders = new UserFolders(home, home, home);
    engine = engine();
    token = Files.writeString(home.resolve("token"), "0123456789abcdef0123");
  }

  /** Nobody starts it: what is chosen is all that matters here. */
  private SharedEngine engine() {
    return new SharedEngine(
        EngineChoice.loadOrOwn(folders),
        choice -> new ChosenEngine(choice, folders),
        Runnable::run);
  }

  private EngineSettingsViewModel model() {
    return new EngineSettingsViewModel(
        engine,
        folders,
        new SameThreadTasks(),
        Answers.nobody().choosing(token),
        new Texts(Language.ENGLISH));
  }

  @Test
  void engineElsewhereIsUsedOnceEverythingIsSaidAndRemembered() {
    EngineSettingsViewModel model = model();
    model.remoteProperty().set(true);
    model.hostProperty().set(" gpu.example ");
    model.chooseTokenFile();
    model.useRemote();
    EngineChoice wanted =
        new EngineChoice(
            Optional.of(new EngineChoice.Remote("gpu.example", 7700, token, Optional.empty())));
    assertThat(engine.choiceProperty().get()).isEqualTo(wanted);
    assertThat(EngineChoice.loadOrOwn(folders)).isEqualTo(wanted);
  }

  @Test
  void whatCannotBeMeantIsSaidAndNothingChanges() {
    EngineSettingsViewModel model = model();
    Texts texts = new Texts(Language.ENGLISH);
    model.remoteProperty().set(true);
    model.useRemote();
    assertThat(model.mistakeProperty().get()).isEqualTo(texts.get("settings.engine.noHost"));
    model.hostProperty().set("gpu");
    model.portProperty().set("70000");
    model.useRemote();
    assertThat(model.mistakeProperty().get()).isEqualTo(texts.get("settings.engine.noPort"));
    model.portProperty().set("7700");
    model.useRemote();
    assertThat(model.mistakeProperty().get()).isEqualTo(texts.get("settings.engine.noTokenFile"));
    model.chooseTokenFile();
    model.authorityProperty().set(home.resolve("none.pem").toString());
    model.useRemote();
    assertThat(model.mistakeProperty().get()).isEqualTo(texts.get("settings.engine.noAuthority"));
    assertThat(engine.choiceProperty().get()).isEqualTo(EngineChoice.THIS_MACHINE);
  }

  @Test
  void engineOfThisMachineIsOneClickAway() {
    EngineSettingsViewModel first = model();
    first.remoteProperty().set(true);
    first.hostProperty().set("gpu");
    first.chooseTokenFile();
    first.useRemote();
    engine = engine();
    EngineSettingsViewModel next = model();
    assertThat(next.hostProperty().get()).isEqualTo("gpu");
    next.remoteProperty().set(false);
    assertThat(EngineChoice.loadOrOwn(folders)).isEqualTo(EngineChoice.THIS_MACHINE);
  }
}
