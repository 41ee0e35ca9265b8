package org.maskwright.planted.house.app.compare;

import org.maskwright.planted.house.app.canvas.Canvas;
import org.maskwright.planted.house.app.dialog.Dialog;
import org.maskwright.planted.house.data.label.Label;
import org.maskwright.planted.library.javafx.scene.Node;

/** A view that keeps to the rules. */
public final class CompareView {
  public final Label label = new Label();
  public final Canvas canvas = new Canvas();
  public final Dialog dialog = new Dialog();
  public final Node node = new Node();
}
