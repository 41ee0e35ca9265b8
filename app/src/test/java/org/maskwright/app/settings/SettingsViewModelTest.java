package org.maskwright.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.keys.Command;
import org.maskwright.app.keys.KeyPreset;
import org.maskwright.app.keys.Shortcut;
import org.maskwright.app.session.Defaults;
import org.maskwright.app.session.Settings;
import org.maskwright.app.session.Theme;
import org.maskwright.app.session.ToolOptions;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.project.RestOnDone;

class SettingsViewModelTest {

  private final ObjectProperty<Settings> settings =
      new SimpleObjectProperty<>(Settings.first(Locale.ENGLISH));
  private final Answers dialogs = Answers.nobody();
  private final SettingsViewModel model =
      new SettingsViewModel(settings, dialogs, new Texts(Language.ENGLISH));
  private final KeysViewModel keys = model.keys();

  @Test
  void aChangeCountsAtOnce() {
    model.themeProperty().set(Theme.SYSTEM);
    model.languageProperty().set(Language.KOREAN);
    model.brushRadiusProperty().set(40);
    model.opacityProperty().set(0.301);
    model.restProperty().set("BACKGROUND");

    Settings now = settings.get();
    assertThat(now.theme()).isEqualTo(Theme.SYSTEM);
    assertThat(now.language()).isEqualTo(Language.KOREAN);
    assertThat(now.defaults())
        .isEqualTo(new Defaults(ToolOptions.FIRST.withBrushRadius(40), 0.3, RestOnDone.BACKGROUND));
  }

  @Test
  void whatIsChangedElsewhereIsShown() {
    settings.set(settings.get().withTools(ToolOptions.FIRST.withBrushRadius(99)));

    assertThat(model.brushRadiusProperty().get()).isEqualTo(99);
  }

  @Test
  void theFirstDefaultsComeBackAndNothingElseDoes() {
    model.themeProperty().set(Theme.LIGHT);
    model.brushRadiusProperty().set(300);

    model.resetDefaults();

    assertThat(settings.get().defaults()).isEqualTo(Defaults.FIRST);
    assertThat(settings.get().theme()).isEqualTo(Theme.LIGHT);
  }

  @Test
  void aFreeKeyIsGivenAtOnceBesideTheOnesThatAreThere() {
    keys.listen(Command.BRUSH);
    keys.pressed(Shortcut.key("F5"));

    assertThat(shortcuts(Command.BRUSH)).containsExactly("B", "F5");
    assertThat(keys.captureProperty().get().command()).isEmpty();
  }

  @Test
  void aKeyOfAnotherCommandIsTakenOnlyOnRequestAndTheQuestionNamesThatCommand() {
    keys.listen(Command.BRUSH);
    keys.pressed(Shortcut.key("E"));

    assertThat(keys.captureProperty().get().asksFor(Command.BRUSH)).isTrue();
    assertThat(keys.question()).isEqualTo("E belongs to “Eraser”.");
    assertThat(shortcuts(Command.ERASER)).containsExactly("E");

    keys.takeOver();

    assertThat(shortcuts(Command.BRUSH)).containsExactly("B", "E");
    assertThat(shortcuts(Command.ERASER)).isEmpty();
  }

  @Test
  void tabCannotBeTakenFromTheFocus() {
    keys.listen(Command.BRUSH);
    keys.pressed(Shortcut.key("TAB"));

    assertThat(keys.captureProperty().get().refusal())
        .hasValue("Tab moves the focus. Press another key");
    assertThat(keys.captureProperty().get().listensFor(Command.BRUSH)).isTrue();
  }

  @Test
  void aCommandGetsItsFirstKeysBackButAsksForOneThatIsTaken() {
    keys.listen(Command.BRUSH);
    keys.pressed(Shortcut.key("E"));
    keys.takeOver();

    keys.reset(Command.ERASER);

    assertThat(keys.captureProperty().get().asksFor(Command.ERASER)).isTrue();
    assertThat(shortcuts(Command.BRUSH)).containsExactly("B", "E");

    keys.takeOver();

    assertThat(shortcuts(Command.ERASER)).containsExactly("E");
    assertThat(keys.isChanged(Command.BRUSH)).isFalse();
  }

  @Test
  void ownKeysAreReplacedByAPresetOnlyAfterAQuestion() {
    keys.remove(Command.BRUSH, Shortcut.key("B"));

    keys.use(KeyPreset.STANDARD);
    assertThat(shortcuts(Command.BRUSH)).isEmpty();
    assertThat(dialogs.asked()).containsExactly("Replace your own keys?");

    dialogs.confirming(true);
    keys.use(KeyPreset.WITHOUT_BRACKETS);
    assertThat(shortcuts(Command.BRUSH)).containsExactly("B");
    assertThat(shortcuts(Command.SMALLER_BRUSH)).containsExactly("COMMA");
    assertThat(keys.presetProperty().getValue()).contains(KeyPreset.WITHOUT_BRACKETS);
  }

  @Test
  void theSearchFindsCommandsByNameAndByKey() {
    keys.searchProperty().set("undo");
    assertThat(found()).containsExactly(Command.UNDO);

    keys.searchProperty().set("ctrl+shift+z");
    assertThat(found()).containsExactly(Command.REDO);
  }

  @Test
  void everyCommandIsInOneGroup() {
    assertThat(Stream.of(KeyGroup.values()).flatMap(group -> group.commands().stream()))
        .containsExactlyInAnyOrder(Command.values());
  }

  private List<String> shortcuts(Command command) {
    return settings.get().keys().shortcuts(command).stream().map(Shortcut::text).toList();
  }

  private Stream<Command> found() {
    return Arrays.stream(Command.values()).filter(keys::isFound);
  }
}
