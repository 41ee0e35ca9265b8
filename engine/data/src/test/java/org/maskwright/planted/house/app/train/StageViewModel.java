package org.maskwright.planted.house.app.train;

import org.maskwright.planted.library.javafx.stage.Stage;

/** Breaks a wall: a view model knows the stage. */
public final class StageViewModel {
  public final Stage stage = new Stage();
}
