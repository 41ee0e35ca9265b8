package org.maskwright.app.settings;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.dialog.Sheet;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;

/** The settings: how the window looks, what one starts with, the keys, and the engine. */
public final class SettingsView extends Sheet {

  private static final double MAX_SLIDER_BRUSH = 200;

  private final SettingsViewModel model;
  private final Texts texts;

  public SettingsView(
      SettingsViewModel model, EngineSettingsViewModel engine, Texts texts, Runnable close) {
    super(texts.observe("settings.title"), texts.observe("dialog.close"), close);
    this.model = model;
    this.texts = texts;
    setId("settings");
    getStyleClass().add("settings");
    TabPane tabs =
        new TabPane(
            tab("settings.general", general()),
            tab("settings.keys", new KeysView(model.keys(), texts)),
            tab("settings.engine", new EngineView(engine, texts)));
    tabs.getStyleClass().add(Styles.TABS_CLASSIC);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    setCenter(tabs);
  }

  private Tab tab(String key, Node content) {
    Tab tab = new Tab();
    tab.setId(key);
    tab.textProperty().bind(texts.observe(key));
    tab.setContent(content);
    return tab;
  }

  private ScrollPane general() {
    Button reset = new Button();
    reset.setId("resetDefaults");
    reset.textProperty().bind(texts.observe("settings.resetDefaults"));
    reset.setOnAction(e -> model.resetDefaults());
    VBox page =
        new VBox(
            heading("settings.looks"),
            line("settings.theme", themeChoice()),
            line("settings.language", languageChoice()),
            heading("settings.defaults"),
            line("settings.brush", brush()),
            line("settings.opacity", opacity()),
            line("settings.rest", restChoice()),
            hint("settings.restHint"),
            new HBox(reset),
            heading("settings.remembered"),
            hint("settings.rememberedHint"));
    page.getStyleClass().add("settings-page");
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    return scroll;
  }

  private Label heading(String key) {
    Label heading = new Label();
    heading.textProperty().bind(texts.observe(key));
    heading.getStyleClass().addAll(Styles.TEXT_BOLD, "settings-heading");
    return heading;
  }

  private Label hint(String key) {
    Label hint = new Label();
    hint.textProperty().bind(texts.observe(key));
    hint.setWrapText(true);
    hint.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL, "settings-hint");
    return hint;
  }

  private HBox line(String key, Region input) {
    Label name = new Label();
    name.textProperty().bind(texts.observe(key));
    name.getStyleClass().add("settings-name");
    name.setLabelFor(input);
    HBox line = new HBox(name, input);
    line.getStyleClass().add("settings-line");
    return line;
  }

  private ComboBox<?> themeChoice() {
    return choice(
        "theme", model.themes(), model.themeProperty(), t -> texts.get("settings.theme." + t));
  }

  private ComboBox<?> languageChoice() {
    return choice(
        "language", List.of(Language.values()), model.languageProperty(), Language::ownName);
  }

  private ComboBox<?> restChoice() {
    return choice(
        "rest", model.rests(), model.restProperty(), rest -> texts.get("settings.rest." + rest));
  }

  private <T> ComboBox<T> choice(
      String id, List<T> values, Property<T> chosen, Function<T, String> name) {
    ComboBox<T> box = new ComboBox<>();
    box.setId("settings-" + id);
    box.getItems().setAll(values);
    box.valueProperty().bindBidirectional(chosen);
    box.setCellFactory(list -> new NamedCell<>(name));
    // A new cell for each language: the closed box shows its text until somebody chooses anew.
    texts.languageProperty().subscribe(now -> box.setButtonCell(new NamedCell<>(name)));
    box.accessibleTextProperty().bind(texts.observe("settings." + id));
    return box;
  }

  private HBox brush() {
    Slider slider =
        new Slider(1, MAX_SLIDER_BRUSH, model.brushRadiusProperty().get().doubleValue());
    slider.setId("settings-brush");
    slider.setBlockIncrement(1);
    return slider(
        slider,
        model.brushRadiusProperty(),
        model.brushRadiusProperty().map(radius -> radius.intValue() + " px"),
        "settings.brush");
  }

  private HBox opacity() {
    Slider slider = new Slider(0, 1, model.opacityProperty().get().doubleValue());
    slider.setId("settings-opacity");
    slider.setBlockIncrement(0.05);
    return slider(
        slider,
        model.opacityProperty(),
        model.opacityProperty().map(part -> Math.round(part.doubleValue() * 100) + " %"),
        "settings.opacity");
  }

  private HBox slider(
      Slider slider, Property<Number> value, ObservableValue<String> shown, String key) {
    slider.valueProperty().addListener((o, before, now) -> value.setValue(now));
    value.subscribe(
        now -> {
          if (Math.abs(slider.getValue() - now.doubleValue()) >= slider.getBlockIncrement() / 2) {
            slider.setValue(now.doubleValue());
          }
        });
    Label number = new Label();
    number.textProperty().bind(shown);
    number.getStyleClass().add("settings-number");
    slider
        .accessibleTextProperty()
        .bind(Bindings.concat(texts.observe(key), " ", number.textProperty()));
    HBox row = new HBox(slider, number);
    row.getStyleClass().add("settings-slider");
    return row;
  }

  /** A value by its name in the present language. */
  private static final class NamedCell<T> extends ListCell<T> {

    private final Function<T, String> name;

    NamedCell(Function<T, String> name) {
      this.name = name;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? null : name.apply(item));
    }
  }
}
