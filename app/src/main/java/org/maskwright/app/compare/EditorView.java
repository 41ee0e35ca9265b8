package org.maskwright.app.compare;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.maskwright.app.keys.Command;
import org.maskwright.app.text.Texts;

/** The image with its mask, the tools on the left and what there is to read below. */
public final class EditorView extends BorderPane {

  private final PaneView pane;
  private final ToolColumnView tools;
  private final StackPane centre;

  public EditorView(EditorViewModel model, EngineSignViewModel engine, Texts texts) {
    pane = new PaneView(model);
    tools = new ToolColumnView(model, texts, pane::focusCanvas);
    getStyleClass().add("editor");
    setLeft(tools);
    centre = centre(model, texts);
    setCenter(centre);
    setBottom(new StatusBarView(model, new EngineSignView(engine, texts)));
    model.setOnChanged(pane::refresh);
  }

  private StackPane centre(EditorViewModel model, Texts texts) {
    NavigatorView navigator = new NavigatorView(model.navigator(), texts);
    RegionCommandView command = new RegionCommandView(model.commands(), texts, pane::focusCanvas);
    StackPane.setAlignment(navigator, Pos.BOTTOM_RIGHT);
    StackPane.setAlignment(command, Pos.TOP_LEFT);
    return new StackPane(pane, navigator, command);
  }

  /** Lays something over the image that may take its clicks. */
  public void cover(Node... over) {
    centre.getChildren().addAll(over);
  }

  /** While on, dragging moves the image. */
  public void pan(boolean on) {
    pane.panningProperty().set(on);
  }

  /**
   * Does what a key stands for here.
   *
   * @return false if the command is for somebody else
   */
  public boolean run(Command command) {
    boolean mine = command == Command.REGION_COMMANDS;
    if (mine) {
      tools.showRegionCommands();
    }
    return mine;
  }
}
