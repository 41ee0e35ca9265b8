package org.maskwright.app.guide;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.text.Texts;

/** A line under the page with one sentence. */
public final class GuideView extends HBox {

  /**
   * The line.
   *
   * @param wanted whether there is anything to lead through on the page
   */
  public GuideView(GuideViewModel model, ObservableValue<Boolean> wanted, Texts texts) {
    setId("guide");
    getStyleClass().add("guide");
    Label place = new Label();
    place.textProperty().bind(model.place());
    place.setMinWidth(USE_PREF_SIZE);
    place.getStyleClass().addAll(Styles.TEXT_BOLD, Styles.TEXT_SMALL);
    Label text = new Label();
    text.setId("guideText");
    text.textProperty().bind(model.text());
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button back = iconButton("mdi2c-chevron-left", texts.observe("guide.back"));
    back.disableProperty().bind(model.first());
    back.setOnAction(e -> model.back());
    Button next = iconButton("mdi2c-chevron-right", texts.observe("guide.next"));
    next.setId("guideNext");
    next.setOnAction(e -> model.next());
    Button close = iconButton("mdi2c-close", texts.observe("guide.dismiss"));
    close.setId("guideDismiss");
    close.setOnAction(e -> model.dismiss());
    FontIcon icon = new FontIcon("mdi2l-lightbulb-on-outline");
    getChildren().addAll(icon, place, text, back, next, close);
    visibleProperty().bind(model.shown().flatMap(shown -> wanted.map(page -> page && shown)));
    managedProperty().bind(visibleProperty());
  }

  private static Button iconButton(String icon, ObservableValue<String> name) {
    Button button = new Button();
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
    button.accessibleTextProperty().bind(name);
    button.setFocusTraversable(false);
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(name);
    button.setTooltip(tip);
    return button;
  }
}
