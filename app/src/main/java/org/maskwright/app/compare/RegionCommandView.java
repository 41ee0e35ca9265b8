package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maskwright.app.compare.RegionCommandViewModel.Found;
import org.maskwright.app.text.Texts;

/** The small card over the image on which one decides about a command on regions. */
public final class RegionCommandView extends VBox {

  private final RegionCommandViewModel model;
  private final Texts texts;
  private final Runnable focusCanvas;

  RegionCommandView(RegionCommandViewModel model, Texts texts, Runnable focusCanvas) {
    this.model = model;
    this.texts = texts;
    this.focusCanvas = focusCanvas;
    setId("regionCommand");
    getStyleClass().add("command-card");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    visibleProperty().bind(model.kindProperty().map(kind -> kind.isPresent()));
    managedProperty().bind(visibleProperty());
    getChildren().addAll(title(), number(), scope(), count(), buttons());
  }

  private Label title() {
    Label title = new Label();
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.kindProperty().get().map(k -> texts.get(k.textKey())).orElse(""),
                model.kindProperty(),
                texts.languageProperty()));
    return title;
  }

  private HBox number() {
    Slider slider = new Slider(1, 50, 1);
    slider.setId("regionNumber");
    slider.setBlockIncrement(1);
    slider.accessibleTextProperty().bind(texts.observe("region.number"));
    // The limits first: a slider keeps its value within them.
    model
        .kindProperty()
        .subscribe(
            kind ->
                kind.filter(RegionCommandKind::hasNumber)
                    .ifPresent(
                        k -> {
                          slider.setMin(k.least());
                          slider.setMax(k.most());
                          slider.setValue(model.numberProperty().get());
                        }));
    Property<Number> value = slider.valueProperty();
    value.bindBidirectional(model.numberProperty());
    Label shown = new Label();
    shown
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("region.px", model.numberProperty().get()),
                model.numberProperty(),
                texts.languageProperty()));
    shown.getStyleClass().add("value-label");
    HBox.setHgrow(slider, Priority.ALWAYS);
    HBox row = new HBox(slider, shown);
    row.getStyleClass().add("card-row");
    row.visibleProperty()
        .bind(
            model
                .kindProperty()
                .map(kind -> kind.filter(RegionCommandKind::hasNumber).isPresent()));
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private VBox scope() {
    CheckBox all = new CheckBox();
    all.setId("regionAllClasses");
    all.textProperty().bind(texts.observe("region.allClasses"));
    all.selectedProperty().bindBidirectional(model.allClassesProperty());
    all.visibleProperty()
        .bind(
            model.kindProperty().map(kind -> kind.filter(RegionCommandKind::hasScope).isPresent()));
    all.managedProperty().bind(all.visibleProperty());
    CheckBox visible = new CheckBox();
    visible.setId("regionVisible");
    visible.textProperty().bind(texts.observe("region.visibleOnly"));
    visible.selectedProperty().bindBidirectional(model.visibleOnlyProperty());
    VBox box = new VBox(all, visible);
    box.getStyleClass().add("side-section");
    return box;
  }

  private Label count() {
    Label count = new Label();
    count.setId("regionCount");
    count.getStyleClass().add(Styles.TEXT_MUTED);
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model
                        .foundProperty()
                        .get()
                        .map(found -> texts.get("region.count", found.count()))
                        .orElse(texts.get("region.looking")),
                model.foundProperty(),
                texts.languageProperty()));
    return count;
  }

  private HBox buttons() {
    Button apply = new Button();
    apply.setId("regionApply");
    apply.textProperty().bind(texts.observe("region.apply"));
    apply.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL);
    apply
        .disableProperty()
        .bind(model.foundProperty().map(found -> found.map(Found::count).orElse(0L) == 0));
    apply.setOnAction(
        e -> {
          model.apply();
          focusCanvas.run();
        });
    Button cancel = new Button();
    cancel.setId("regionCancel");
    cancel.textProperty().bind(texts.observe("dialog.cancel"));
    cancel.getStyleClass().add(Styles.SMALL);
    cancel.setOnAction(
        e -> {
          model.cancel();
          focusCanvas.run();
        });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(gap, cancel, apply);
    row.getStyleClass().add("card-row");
    return row;
  }
}
