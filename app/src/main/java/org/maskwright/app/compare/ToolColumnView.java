package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import javafx.geometry.Orientation;
import javafx.geometry.Side;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.keys.Command;
import org.maskwright.app.text.Texts;
import org.maskwright.app.tool.ToolKind;

/**
 * A button for each tool, by what they are for, and a menu of the commands on regions. A pressed
 * button gives the focus back to the canvas.
 */
public final class ToolColumnView extends VBox {

  private final EditorViewModel model;
  private final Texts texts;
  private final Runnable focusCanvas;
  private final ToggleGroup group = new ToggleGroup();
  private final MenuButton regions = new MenuButton();

  ToolColumnView(EditorViewModel model, Texts texts, Runnable focusCanvas) {
    this.model = model;
    this.texts = texts;
    this.focusCanvas = focusCanvas;
    getStyleClass().add("tool-column");
    getChildren()
        .addAll(
            button(ToolKind.BRUSH, "mdi2b-brush"),
            button(ToolKind.ERASER, "mdi2e-eraser"),
            button(ToolKind.CLICK_SEGMENT, "mdi2c-cursor-default-click-outline"),
            new Separator(Orientation.HORIZONTAL),
            button(ToolKind.POLYGON, "mdi2v-vector-polygon"),
            button(ToolKind.LASSO, "mdi2l-lasso"),
            button(ToolKind.SCISSORS, "mdi2m-magnet"),
            new Separator(Orientation.HORIZONTAL),
            button(ToolKind.FILL, "mdi2f-format-color-fill"),
            button(ToolKind.WAND, "mdi2a-auto-fix"),
            button(ToolKind.SUPERPIXEL, "mdi2h-hexagon-multiple-outline"),
            new Separator(Orientation.HORIZONTAL),
            button(ToolKind.VOID_BORDER, "mdi2b-border-style"),
            button(ToolKind.SPLIT, "mdi2a-arrow-split-vertical"),
            button(ToolKind.PICK_CLASS, "mdi2e-eyedropper"),
            button(ToolKind.ACCEPT_REGION, "mdi2c-check-decagram-outline"),
            new Separator(Orientation.HORIZONTAL),
            regionMenu());
  }

  /** Opens the menu of commands on regions. */
  void showRegionCommands() {
    regions.show();
  }

  private MenuButton regionMenu() {
    regions.setId("regionCommands");
    regions.setGraphic(new FontIcon("mdi2s-shape-outline"));
    regions.setPopupSide(Side.RIGHT);
    regions.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Tweaks.NO_ARROW);
    regions.accessibleTextProperty().bind(model.nameOf(Command.REGION_COMMANDS));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(model.nameOf(Command.REGION_COMMANDS));
    regions.setTooltip(tip);
    for (RegionCommandKind kind : RegionCommandKind.values()) {
      MenuItem item = new MenuItem();
      item.setId("region" + kind.name());
      item.textProperty().bind(texts.observe(kind.textKey()));
      item.setOnAction(
          e -> {
            model.commands().open(kind);
            focusCanvas.run();
          });
      regions.getItems().add(item);
    }
    MenuItem split = new MenuItem();
    split.textProperty().bind(model.nameOf(ToolKind.SPLIT));
    split.setOnAction(
        e -> {
          model.tools().kindProperty().set(ToolKind.SPLIT);
          focusCanvas.run();
        });
    regions.getItems().add(split);
    return regions;
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
