package org.maskwright.app.classes;

import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

/** A field of one line into which a list may be pasted: its lines become commas. */
final class ListField extends TextField {

  @Override
  public void paste() {
    String pasted = Clipboard.getSystemClipboard().getString();
    if (pasted != null) {
      replaceSelection(pasted.strip().replaceAll("[\\r\\n]+", ", "));
    }
  }
}
