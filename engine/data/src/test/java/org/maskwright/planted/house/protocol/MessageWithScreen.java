package org.maskwright.planted.house.protocol;

import org.maskwright.planted.library.javafx.stage.Stage;

/** Breaks a wall: the protocol knows JavaFX. */
public final class MessageWithScreen {
  public final Stage stage = new Stage();
}
