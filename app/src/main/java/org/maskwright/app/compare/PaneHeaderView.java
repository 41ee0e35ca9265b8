package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.text.Texts;

/** What a pane shows, to be changed there; and whether accepting takes from it. */
final class PaneHeaderView extends HBox {

  private final CompareViewModel model;
  private final Texts texts;

  PaneHeaderView(CompareViewModel model, ObjectProperty<PaneContent> content, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("pane-header");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().addAll(contents(content), others(content), source(content));
  }

  private MenuButton contents(ObjectProperty<PaneContent> content) {
    MenuButton menu = new MenuButton();
    menu.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    menu.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(content.get().textKey()), content, texts.languageProperty()));
    menu.accessibleTextProperty().bind(menu.textProperty());
    ToggleGroup group = new ToggleGroup();
    for (PaneContent choice : PaneContent.choices()) {
      RadioMenuItem item = new RadioMenuItem();
      item.textProperty().bind(texts.observe(choice.textKey()));
      item.setToggleGroup(group);
      item.setOnAction(e -> content.set(choice));
      content.subscribe(now -> item.setSelected(now == choice));
      menu.getItems().add(item);
    }
    return menu;
  }

  /** Which other model, in a pane that shows one. */
  private ComboBox<KnownModel> others(ObjectProperty<PaneContent> content) {
    ComboBox<KnownModel> box = ModelChoice.box(model.modelsProperty(), model.otherModelProperty());
    box.getStyleClass().add(Styles.SMALL);
    box.accessibleTextProperty().bind(texts.observe("pane.OTHER"));
    box.promptTextProperty().bind(texts.observe("compare.chooseModel"));
    box.visibleProperty().bind(content.map(now -> now == PaneContent.OTHER));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private void mark(FontIcon icon, PaneContent shown) {
    boolean source = shown.variant().equals(Optional.of(model.sourceProperty().get()));
    icon.setIconLiteral(source ? "mdi2r-radiobox-marked" : "mdi2r-radiobox-blank");
  }

  private Button source(ObjectProperty<PaneContent> content) {
    Button button = new Button();
    FontIcon icon = new FontIcon();
    button.setGraphic(icon);
    button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, Styles.BUTTON_ICON);
    button.accessibleTextProperty().bind(texts.observe("compare.makeSource"));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.observe("compare.makeSource"));
    button.setTooltip(tip);
    button.setOnAction(e -> model.panes().makeSource(content.get()));
    button.visibleProperty().bind(content.map(now -> now.variant().isPresent()));
    button.managedProperty().bind(button.visibleProperty());
    content.subscribe(now -> mark(icon, now));
    model.sourceProperty().subscribe(now -> mark(icon, content.get()));
    return button;
  }
}
