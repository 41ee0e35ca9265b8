package org.maskwright.planted.house.app.train;

import org.maskwright.planted.library.javafx.fxml.Loader;

/** Breaks a wall: a view model knows FXML. */
public final class LoaderViewModel {
  public final Loader loader = new Loader();
}
