package org.maskwright.planted.house.app.train;

import org.maskwright.planted.house.data.edit.Edit;

/** Breaks a wall: a view acts by itself. */
public final class EditView {
  public final Edit used = new Edit();
}
