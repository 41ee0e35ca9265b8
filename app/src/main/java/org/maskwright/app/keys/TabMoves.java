package org.maskwright.app.keys;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Lets Tab move the focus out of a large text field, in which it would else be typed. */
public final class TabMoves {

  private TabMoves() {}

  /** Takes Tab away from the field's text. */
  public static void outOf(TextArea field) {
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            field.fireEvent(withControl(field, event));
          }
        });
  }

  /** The toolkit's own way out of such a field is Ctrl+Tab. */
  private static KeyEvent withControl(TextArea field, KeyEvent tab) {
    return new KeyEvent(
        field,
        field,
        tab.getEventType(),
        tab.getCharacter(),
        tab.getText(),
        tab.getCode(),
        tab.isShiftDown(),
        true,
        tab.isAltDown(),
        tab.isMetaDown());
  }
}
