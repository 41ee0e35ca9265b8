package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.keys.Command;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.text.Texts;

/** Which model is asked, which of its variants is overlaid, and how they are looked at. */
public final class CompareBarView extends HBox {

  private static final Map<PaneLayout, String> ICONS =
      Map.of(
          PaneLayout.ONE, "mdi2s-square-outline",
          PaneLayout.SIDE_BY_SIDE, "mdi2v-view-grid-outline",
          PaneLayout.SWIPE, "mdi2c-compare");

  /** Only decoders have it: it is not shown beside the others. */
  private static final String FULL = "1s";

  private static final List<String> VARIANTS = List.of("32s", "16s", "8s", FULL);

  private final CompareViewModel model;
  private final EditorViewModel editor;
  private final Texts texts;

  public CompareBarView(CompareViewModel model, EditorViewModel editor, Texts texts) {
    this.model = model;
    this.editor = editor;
    this.texts = texts;
    getStyleClass().add("compare-bar");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            caption("compare.model"),
            models(),
            fullResolution(),
            sources(),
            refined(),
            layers(),
            gap,
            counts(),
            layouts());
  }

  private Label caption(String key) {
    Label caption = new Label();
    caption.textProperty().bind(texts.observe(key));
    caption.setMinWidth(USE_PREF_SIZE);
    caption.getStyleClass().add(Styles.TEXT_MUTED);
    return caption;
  }

  private ComboBox<KnownModel> models() {
    ComboBox<KnownModel> box = ModelChoice.box(model.modelsProperty(), model.modelProperty());
    box.setId("model");
    box.getStyleClass().add("model-choice");
    box.accessibleTextProperty().bind(texts.observe("compare.model"));
    box.promptTextProperty().bind(texts.observe("compare.noModel"));
    box.disableProperty().bind(model.modelsProperty().map(List::isEmpty));
    return box;
  }

  private ToggleButton fullResolution() {
    ToggleButton button = new ToggleButton();
    button.setId("fullResolution");
    button.setGraphic(new FontIcon("mdi2g-grid"));
    button.getStyleClass().add(Styles.BUTTON_ICON);
    button.setMinWidth(USE_PREF_SIZE);
    button.selectedProperty().bindBidirectional(model.fullResolutionProperty());
    button.disableProperty().bind(model.modelProperty().map(Optional::isEmpty));
    tell(button, texts.observe("compare.fullResolution"));
    return button;
  }

  private HBox sources() {
    HBox row = new HBox();
    row.getStyleClass().add("segments");
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < VARIANTS.size(); i++) {
      String variant = VARIANTS.get(i);
      ToggleButton button = toggle(group, pill(i, VARIANTS.indexOf(FULL)), Command.NEXT_SOURCE);
      button.setId("source" + variant);
      button.setText(variant);
      button.setOnAction(e -> model.sourceProperty().set(variant));
      model.sourceProperty().subscribe(now -> button.setSelected(now.equals(variant)));
      button.disableProperty().bind(model.modelProperty().map(now -> lacks(now, variant)));
      if (variant.equals(FULL)) {
        button.visibleProperty().bind(button.disableProperty().not());
        button.managedProperty().bind(button.visibleProperty());
      }
      keepPressed(button);
      row.getChildren().add(button);
    }
    row.setMinWidth(USE_PREF_SIZE);
    return row;
  }

  private static boolean lacks(Optional<KnownModel> model, String variant) {
    return model.filter(known -> known.variants().contains(variant)).isEmpty();
  }

  private static String pill(int place, int of) {
    return place == 0 ? Styles.LEFT_PILL : place >= of - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
  }

  /** One of a group is always chosen: pressing it again changes nothing. */
  private static void keepPressed(ToggleButton button) {
    button.addEventHandler(
        ActionEvent.ACTION,
        e -> {
          if (button.getToggleGroup().getSelectedToggle() == null) {
            button.setSelected(true);
          }
        });
  }

  private ToggleButton refined() {
    ToggleButton button = new ToggleButton();
    button.setId("refined");
    button.setGraphic(new FontIcon("mdi2a-auto-fix"));
    button.getStyleClass().add(Styles.BUTTON_ICON);
    button.setMinWidth(USE_PREF_SIZE);
    button.selectedProperty().bindBidirectional(model.refinedProperty());
    button.disableProperty().bind(model.modelProperty().map(Optional::isEmpty));
    tell(button, editor.nameOf(Command.REFINE));
    return button;
  }

  private ToggleButton toggle(ToggleGroup group, String style, Command command) {
    ToggleButton button = new ToggleButton();
    button.setToggleGroup(group);
    button.getStyleClass().add(style);
    button.setMinWidth(USE_PREF_SIZE);
    tell(button, editor.nameOf(command));
    return button;
  }

  private static void tell(ToggleButton button, ObservableValue<String> name) {
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(name);
    button.setTooltip(tip);
    button.accessibleTextProperty().bind(name);
  }

  private ComboBox<Layer> layers() {
    ComboBox<Layer> box = new ComboBox<>();
    box.setId("layer");
    box.getItems().setAll(Layer.values());
    box.valueProperty().bindBidirectional(model.layers().layerProperty());
    box.setCellFactory(list -> new LayerCell());
    box.buttonCellProperty()
        .bind(Bindings.createObjectBinding(LayerCell::new, texts.languageProperty()));
    box.accessibleTextProperty().bind(texts.observe("compare.layer"));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(editor.nameOf(Command.NEXT_LAYER));
    box.setTooltip(tip);
    box.getStyleClass().add("layer-choice");
    return box;
  }

  private HBox layouts() {
    HBox row = new HBox();
    row.getStyleClass().add("segments");
    ToggleGroup group = new ToggleGroup();
    PaneLayout[] all = PaneLayout.values();
    for (int i = 0; i < all.length; i++) {
      PaneLayout layout = all[i];
      ToggleButton button =
          toggle(
              group,
              pill(i, all.length),
              layout == PaneLayout.SWIPE ? Command.SWIPE : Command.PANES);
      button.setId("layout" + layout.name());
      button.setGraphic(new FontIcon(ICONS.get(layout)));
      button.getStyleClass().add(Styles.BUTTON_ICON);
      button.setOnAction(e -> model.panes().layoutProperty().set(layout));
      model.panes().layoutProperty().subscribe(now -> button.setSelected(now == layout));
      keepPressed(button);
      if (layout == PaneLayout.ONE) {
        tell(button, texts.observe("compare.one"));
      }
      row.getChildren().add(button);
    }
    row.setMinWidth(USE_PREF_SIZE);
    return row;
  }

  /** How many panes, while they stand side by side. */
  private HBox counts() {
    HBox row = new HBox();
    row.getStyleClass().add("segments");
    ToggleGroup group = new ToggleGroup();
    int choices = PanesViewModel.MOST - PanesViewModel.FEWEST + 1;
    for (int i = 0; i < choices; i++) {
      int count = PanesViewModel.FEWEST + i;
      ToggleButton button = toggle(group, pill(i, choices), Command.PANES);
      button.setId("panes" + count);
      button.setText(String.valueOf(count));
      button.setOnAction(e -> model.panes().countProperty().set(count));
      model.panes().countProperty().subscribe(now -> button.setSelected(now.intValue() == count));
      keepPressed(button);
      tell(button, texts.observe("compare.panes", count));
      row.getChildren().add(button);
    }
    row.setMinWidth(USE_PREF_SIZE);
    row.visibleProperty()
        .bind(model.panes().layoutProperty().map(now -> now == PaneLayout.SIDE_BY_SIDE));
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private final class LayerCell extends ListCell<Layer> {

    @Override
    protected void updateItem(@Nullable Layer layer, boolean empty) {
      super.updateItem(layer, empty);
      setText(empty || layer == null ? null : texts.get(layer.textKey()));
    }
  }
}
