package org.maskwright.app.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyMapTest {

  private final KeyMap keys = KeyMap.defaults();

  @Test
  void noKeyHasTwoCommandsAtFirst() {
    assertThat(Arrays.stream(Command.values()).flatMap(c -> c.defaults().stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aReboundKeyIsTakenFromItsOwner() {
    Shortcut e = Shortcut.key("E");
    assertThat(keys.conflict(Command.BRUSH, e)).contains(Command.ERASER);

    KeyMap rebound = keys.rebind(Command.BRUSH, List.of(e));

    assertThat(rebound.command(e)).contains(Command.BRUSH);
    assertThat(rebound.command(Shortcut.key("B"))).isEmpty();
    assertThat(rebound.shortcuts(Command.ERASER)).isEmpty();
  }

  @Test
  void rebindingBackLeavesNothingToStore() {
    KeyMap rebound =
        keys.rebind(Command.BRUSH, List.of(Shortcut.key("F5")))
            .rebind(Command.BRUSH, Command.BRUSH.defaults());

    assertThat(rebound.changed()).isEmpty();
  }

  @Test
  void noPresetHasAConflict() {
    for (KeyPreset preset : KeyPreset.values()) {
      KeyMap map = preset.keys();
      assertThat(Arrays.stream(Command.values()).flatMap(c -> map.shortcuts(c).stream()))
          .doesNotHaveDuplicates();
      assertThat(KeyPreset.of(map)).contains(preset);
    }
    assertThat(KeyPreset.of(keys.rebind(Command.BRUSH, List.of()))).isEmpty();
  }

  @Test
  void shortcutsSurviveBeingWritten() {
    for (Command command : Command.values()) {
      for (Shortcut shortcut : command.defaults()) {
        assertThat(Shortcut.parse(shortcut.text())).isEqualTo(shortcut);
      }
    }
  }

  @Test
  void lettersAndUndoBelongToTextButSaveAndFunctionKeysDoNot() {
    assertThat(List.of("D", "A", "SPACE", "DIGIT1", "Ctrl+Z", "Shift+A"))
        .allMatch(text -> Shortcut.parse(text).belongsToText());
    assertThat(List.of("Ctrl+S", "F5", "Ctrl+ENTER"))
        .noneMatch(text -> Shortcut.parse(text).belongsToText());
  }

  @Test
  void keysAreShownAsTheyStandOnTheKeyboard() {
    Shortcut redo = Shortcut.parse("Ctrl+Shift+Z");
    assertThat(KeyLabels.of(redo, false)).isEqualTo("Ctrl+Shift+Z");
    assertThat(KeyLabels.of(redo, true)).isEqualTo("⇧⌘Z");
    assertThat(KeyLabels.of(Shortcut.key("OPEN_BRACKET"), false)).isEqualTo("[");
    assertThat(KeyLabels.of(Shortcut.ctrl("DIGIT1"), false)).isEqualTo("Ctrl+1");
    assertThat(KeyLabels.of(Shortcut.key("CAPS"), false)).isEqualTo("Caps");
  }
}
