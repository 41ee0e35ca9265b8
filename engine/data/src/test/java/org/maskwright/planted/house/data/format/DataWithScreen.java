package org.maskwright.planted.house.data.format;

import org.maskwright.planted.library.javafx.beans.Property;

/** Breaks a wall: data knows JavaFX. */
public final class DataWithScreen {
  public final Property property = new Property();
}
