package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.Property;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.canvas.CanvasInput;
import org.maskwright.app.canvas.ImageCanvas;
import org.maskwright.app.canvas.Viewport;
import org.maskwright.app.compare.EditorViewModel.ToolKind;
import org.maskwright.app.text.Texts;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.LabelClass;

/** The image with its mask, the tools on the left and the classes on the right. */
public final class EditorView extends BorderPane {

  private static final double SWATCH = 14;

  private final EditorViewModel model;
  private final Texts texts;
  private final Viewport viewport = new Viewport();
  private final ImageCanvas canvas = new ImageCanvas(viewport);
  private final CanvasInput input;
  private final Circle cursor = new Circle();
  private final Polyline line = new Polyline();

  public EditorView(EditorViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("editor");
    input = new CanvasInput(canvas, model);
    canvas.setId("canvas");
    canvas.setFocusTraversable(true);
    canvas.widthProperty().addListener(o -> resized());
    canvas.heightProperty().addListener(o -> resized());
    setCenter(canvas);
    setLeft(toolBar());
    setRight(sidePanel());
    setBottom(statusBar());
    showCursor();
    showOutline();
    model.imageProperty().subscribe(this::show);
    model.opacityProperty().addListener(o -> showOverlays());
    model.overlayShownProperty().addListener(o -> showOverlays());
    // Strokes are painted on this thread; commands and recoveries may not be.
    model.setOnChanged(
        region -> {
          if (Platform.isFxApplicationThread()) {
            canvas.refresh(region);
          } else {
            Platform.runLater(() -> canvas.refresh(region));
          }
        });
  }

  public Viewport viewport() {
    return viewport;
  }

  public CanvasInput input() {
    return input;
  }

  /** Takes the keys of the canvas: plain letters are commands there. */
  public void focusCanvas() {
    canvas.requestFocus();
  }

  private void resized() {
    viewport.setViewSize(canvas.getWidth(), canvas.getHeight());
  }

  private void show(Optional<PixelSource> image) {
    image.ifPresent(pixels -> viewport.setImageSize(pixels.width(), pixels.height()));
    canvas.setImage(image.orElse(null));
    showOverlays();
    focusCanvas();
  }

  private void showOverlays() {
    canvas.setOverlays(model.overlays());
  }

  /** A ring as large as the brush, that follows the pointer. */
  private void showCursor() {
    cursor.setManaged(false);
    cursor.setMouseTransparent(true);
    cursor.getStyleClass().add("brush-cursor");
    cursor
        .visibleProperty()
        .bind(
            canvas
                .hoverProperty()
                .and(
                    model
                        .toolProperty()
                        .isEqualTo(ToolKind.BRUSH)
                        .or(model.toolProperty().isEqualTo(ToolKind.ERASER))));
    canvas.addOverCanvas(cursor);
    canvas.setOnMouseMoved(e -> moveCursor(e.getX(), e.getY()));
    canvas.setOnMouseDragged(e -> moveCursor(e.getX(), e.getY()));
    viewport.zoomProperty().addListener(o -> sizeCursor());
    model.brushRadiusProperty().subscribe(radius -> sizeCursor());
  }

  private void moveCursor(double x, double y) {
    cursor.setCenterX(x);
    cursor.setCenterY(y);
  }

  private void sizeCursor() {
    cursor.setRadius(model.brushRadiusProperty().getValue() * viewport.zoom());
  }

  /** The line that a tool is drawing. */
  private void showOutline() {
    line.setManaged(false);
    line.setMouseTransparent(true);
    line.getStyleClass().add("tool-outline");
    canvas.addOverCanvas(line);
    model.outlineProperty().addListener(o -> placeOutline());
    viewport.zoomProperty().addListener(o -> placeOutline());
    viewport.panXProperty().addListener(o -> placeOutline());
    viewport.panYProperty().addListener(o -> placeOutline());
  }

  private void placeOutline() {
    line.getPoints()
        .setAll(
            model.outlineProperty().get().stream()
                .flatMap(
                    point -> Stream.of(viewport.toViewX(point.x()), viewport.toViewY(point.y())))
                .toList());
  }

  private VBox toolBar() {
    ToggleGroup group = new ToggleGroup();
    VBox bar =
        new VBox(
            toolButton(ToolKind.BRUSH, "mdi2b-brush", group),
            toolButton(ToolKind.ERASER, "mdi2e-eraser", group),
            toolButton(ToolKind.LASSO, "mdi2l-lasso", group),
            toolButton(ToolKind.FILL, "mdi2f-format-color-fill", group),
            toolButton(ToolKind.PICK_CLASS, "mdi2e-eyedropper", group));
    bar.getStyleClass().add("tool-column");
    return bar;
  }

  private ToggleButton toolButton(ToolKind kind, String icon, ToggleGroup group) {
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
          model.toolProperty().set(kind);
          button.setSelected(true);
          focusCanvas();
        });
    model.toolProperty().subscribe(chosen -> button.setSelected(chosen == kind));
    return button;
  }

  private VBox sidePanel() {
    VBox panel =
        new VBox(
            caption("editor.classes"),
            classList(),
            new Separator(Orientation.HORIZONTAL),
            caption("editor.brushSize"),
            brushSlider(),
            caption("editor.opacity"),
            opacitySlider());
    panel.getStyleClass().add("side-panel");
    return panel;
  }

  private ListView<LabelClass> classList() {
    ListView<LabelClass> list = new ListView<>();
    list.setId("classes");
    List<LabelClass> classes = model.classes();
    list.getItems().setAll(classes);
    list.setCellFactory(view -> new ClassCell());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null) {
                model.activeClassProperty().set(now.index());
              }
            });
    model
        .activeClassProperty()
        .subscribe(
            index ->
                classes.stream()
                    .filter(c -> c.index() == index.intValue())
                    .findFirst()
                    .ifPresent(c -> list.getSelectionModel().select(c)));
    VBox.setVgrow(list, Priority.ALWAYS);
    return list;
  }

  private Slider brushSlider() {
    Slider slider = new Slider(1, 100, model.brushRadiusProperty().getValue());
    slider.setId("brushSize");
    slider.valueProperty().addListener((o, before, now) -> model.setBrushRadius(now.intValue()));
    model.brushRadiusProperty().subscribe(radius -> slider.setValue(radius));
    return slider;
  }

  private Slider opacitySlider() {
    Slider slider = new Slider(0, 1, model.opacityProperty().get());
    slider.setId("opacity");
    Property<Number> value = slider.valueProperty();
    value.bindBidirectional(model.opacityProperty());
    return slider;
  }

  private Label caption(String key) {
    Label label = new Label();
    label.textProperty().bind(texts.observe(key));
    label.getStyleClass().add(Styles.TEXT_CAPTION);
    return label;
  }

  private HBox statusBar() {
    Label readOut = new Label();
    readOut.setId("readOut");
    readOut.textProperty().bind(model.readOutProperty());
    Label zoom = new Label();
    zoom.textProperty().bind(viewport.zoomProperty().multiply(100).asString("%.0f %%"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(readOut, gap, zoom);
    bar.getStyleClass().add("status-bar");
    return bar;
  }

  /** A class with its colour. */
  private static final class ClassCell extends ListCell<LabelClass> {

    @Override
    protected void updateItem(LabelClass item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setText(null);
        setGraphic(null);
      } else {
        int rgb = item.displayRgb();
        Rectangle swatch =
            new Rectangle(SWATCH, SWATCH, Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF));
        swatch.setArcWidth(4);
        swatch.setArcHeight(4);
        setGraphic(swatch);
        setText(item.name());
      }
    }
  }
}
