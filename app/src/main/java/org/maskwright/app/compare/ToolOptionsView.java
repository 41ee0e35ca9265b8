package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.session.BrushShape;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.ToolOptions;
import org.maskwright.app.text.Texts;
import org.maskwright.app.tool.ToolBox;
import org.maskwright.app.tool.ToolKind;

/** How the tool in hand is set; only what concerns it is shown. */
public final class ToolOptionsView extends VBox {

  private static final Set<ToolKind> BRUSHES =
      Set.of(ToolKind.BRUSH, ToolKind.ERASER, ToolKind.VOID_BORDER);

  /** Larger brushes come by the keys and the wheel; a slider to 500 could not be set finely. */
  private static final int LARGEST_ON_SLIDER = 100;

  private final Painting painting;
  private final ToolBox tools;
  private final Texts texts;

  public ToolOptionsView(Painting painting, ToolBox tools, Texts texts) {
    this.painting = painting;
    this.tools = tools;
    this.texts = texts;
    getStyleClass().addAll("side-section", "tool-options");
    getChildren()
        .addAll(
            only(
                BRUSHES,
                row(
                    "brushSize",
                    new int[] {1, LARGEST_ON_SLIDER},
                    ToolOptions::brushRadius,
                    ToolOptions::withBrushRadius)),
            only(BRUSHES, shapes()),
            only(Set.of(ToolKind.CLICK_SEGMENT), new ClickMeterView(tools.meter(), texts)),
            only(
                Set.of(ToolKind.WAND),
                row(
                    "wandTolerance",
                    new int[] {0, ToolOptions.MAX_TOLERANCE},
                    ToolOptions::wandTolerance,
                    ToolOptions::withWandTolerance)),
            only(
                Set.of(ToolKind.SUPERPIXEL),
                row(
                    "superpixelSize",
                    new int[] {ToolOptions.MIN_SUPERPIXEL, ToolOptions.MAX_SUPERPIXEL},
                    ToolOptions::superpixel,
                    ToolOptions::withSuperpixel)),
            only(
                Set.of(ToolKind.VOID_BORDER, ToolKind.SPLIT),
                row(
                    "voidWidth",
                    new int[] {1, ToolOptions.MAX_VOID_WIDTH},
                    ToolOptions::voidWidth,
                    ToolOptions::withVoidWidth)),
            new PaintModeView(painting, texts));
  }

  private <T extends Node> T only(Set<ToolKind> kinds, T node) {
    node.visibleProperty().bind(tools.kindProperty().map(kinds::contains));
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }

  private VBox row(
      String id,
      int[] limits,
      ToIntFunction<ToolOptions> get,
      BiFunction<ToolOptions, Integer, ToolOptions> with) {
    Slider slider = new Slider(limits[0], limits[1], get.applyAsInt(painting.options()));
    slider.setId(id);
    slider.setBlockIncrement(1);
    slider
        .valueProperty()
        .addListener(
            (o, before, now) -> {
              // A brush larger than the slider stays as large when the slider shows its end.
              int shown = Math.min(limits[1], get.applyAsInt(painting.options()));
              int wanted = (int) Math.round(now.doubleValue());
              if (wanted != shown) {
                painting.change(options -> with.apply(options, wanted));
              }
            });
    painting.optionsProperty().subscribe(options -> slider.setValue(get.applyAsInt(options)));
    return OptionRows.slider(
        texts,
        "editor." + id,
        slider,
        Bindings.createStringBinding(
            () -> String.valueOf(get.applyAsInt(painting.options())), painting.optionsProperty()));
  }

  private HBox shapes() {
    ToggleGroup group = new ToggleGroup();
    HBox row =
        new HBox(
            shape(BrushShape.ROUND, "mdi2c-circle-outline", group),
            shape(BrushShape.SQUARE, "mdi2s-square-outline", group));
    row.getStyleClass().add("card-row");
    return row;
  }

  private ToggleButton shape(BrushShape shape, String icon, ToggleGroup group) {
    ToggleButton button = new ToggleButton();
    button.setGraphic(new FontIcon(icon));
    button.setId("brush" + shape.name());
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.SMALL);
    button.setToggleGroup(group);
    button.accessibleTextProperty().bind(texts.observe("brush." + shape.name()));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.observe("brush." + shape.name()));
    button.setTooltip(tip);
    button.setOnAction(
        e -> {
          painting.change(options -> options.withBrushShape(shape));
          button.setSelected(true);
        });
    painting
        .optionsProperty()
        .subscribe(options -> button.setSelected(options.brushShape() == shape));
    return button;
  }
}
