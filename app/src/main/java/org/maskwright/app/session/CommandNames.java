package org.maskwright.app.session;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.maskwright.app.keys.Command;
import org.maskwright.app.keys.KeyLabels;
import org.maskwright.app.text.Texts;

/** What commands are called in tooltips: their name in the present language, and their keys. */
public final class CommandNames {

  private CommandNames() {}

  /** Such as "Undo (Ctrl+Z)"; follows the language and the keys. */
  public static ObservableValue<String> withKeys(
      Command command, ObservableValue<Settings> settings, Texts texts) {
    return Bindings.createStringBinding(
        () -> {
          String name = texts.get(command.textKey());
          String keys = KeyLabels.of(settings.getValue().keys().shortcuts(command));
          return keys.isEmpty() ? name : name + " (" + keys + ")";
        },
        texts.languageProperty(),
        settings);
  }
}
