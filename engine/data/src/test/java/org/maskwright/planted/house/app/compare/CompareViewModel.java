package org.maskwright.planted.house.app.compare;

import org.maskwright.planted.house.app.engine.Engine;
import org.maskwright.planted.house.data.edit.Edit;
import org.maskwright.planted.library.javafx.beans.Property;

/** A view model that keeps to the rules. */
public final class CompareViewModel {
  public final Edit edit = new Edit();
  public final Engine engine = new Engine();
  public final Property property = new Property();
}
