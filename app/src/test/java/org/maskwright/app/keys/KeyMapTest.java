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
  void presetForKeyboardsWithoutBracketsHasNoConflict() {
    KeyMap preset = KeyMap.of(KeyMap.WITHOUT_BRACKETS);

    assertThat(Arrays.stream(Command.values()).flatMap(c -> preset.shortcuts(c).stream()))
        .doesNotHaveDuplicates();
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
}
