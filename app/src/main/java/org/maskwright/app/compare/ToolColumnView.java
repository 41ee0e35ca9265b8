package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.tool.ToolKind;

/** A button for each tool. A pressed one gives the focus back to the canvas. */
public final class ToolColumnView extends VBox {

  private final EditorViewModel model;
  private final Runnable focusCanvas;
  private final ToggleGroup group = new ToggleGroup();

  ToolColumnView(EditorViewModel model, Runnable focusCanvas) {
    this.model = model;
    this.focusCanvas = focusCanvas;
    getStyleClass().add("tool-column");
    getChildren()
        .addAll(
            button(ToolKind.BRUSH, "mdi2b-brush"),
            button(ToolKind.ERASER, "mdi2e-eraser"),
            button(ToolKind.LASSO, "mdi2l-lasso"),
            button(ToolKind.FILL, "mdi2f-format-color-fill"),
            button(ToolKind.PICK_CLASS, "mdi2e-eyedropper"));
  }

  private ToggleButton button(ToolKind kind, String icon) {
    ToggleButton button = new ToggleButton();
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
    button.setToggleGroup(group);
    button.setId("tool" + kind.name());
    button.accessibleTextProperty().bind(model.nameOf(kind));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(model.nameOf(kind));
    button.setTooltip(tip);
    button.setOnAction(
        e -> {
          model.tools().kindProperty().set(kind);
          button.setSelected(true);
          focusCanvas.run();
        });
    model.tools().kindProperty().subscribe(chosen -> button.setSelected(chosen == kind));
    return button;
  }
}
