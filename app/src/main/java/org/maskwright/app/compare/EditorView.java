package org.maskwright.app.compare;

import javafx.scene.layout.BorderPane;

/** The image with its mask, the tools on the left and what there is to read below. */
public final class EditorView extends BorderPane {

  private final PaneView pane;

  public EditorView(EditorViewModel model) {
    pane = new PaneView(model);
    getStyleClass().add("editor");
    setLeft(new ToolColumnView(model, pane::focusCanvas));
    setCenter(pane);
    setBottom(new StatusBarView(model));
    model.setOnChanged(pane::refresh);
  }

  /** While on, dragging moves the image. */
  public void pan(boolean on) {
    pane.panningProperty().set(on);
  }
}
