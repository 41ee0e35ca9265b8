package org.maskwright.app.compare;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

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

  /** Lays something over the image that may take its clicks. */
  public void cover(Node... over) {
    StackPane stack = new StackPane(pane);
    stack.getChildren().addAll(over);
    setCenter(stack);
  }

  /** While on, dragging moves the image. */
  public void pan(boolean on) {
    pane.panningProperty().set(on);
  }
}
