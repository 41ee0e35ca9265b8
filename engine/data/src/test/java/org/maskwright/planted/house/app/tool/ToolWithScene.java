package org.maskwright.planted.house.app.tool;

import org.maskwright.planted.library.javafx.scene.Node;

/** Breaks a wall: a tool knows the scene. */
public final class ToolWithScene {
  public final Node node = new Node();
}
