package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.text.Texts;

/** The engine's state in the status bar; a lost one can be started again beside it. */
final class EngineSignView extends HBox {

  private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");
  private static final Map<String, String> ICONS =
      Map.of(
          "STARTING", "mdi2p-progress-clock",
          "READY", "mdi2c-check-circle-outline",
          "BUSY", "mdi2c-cog-sync-outline",
          "LOST", "mdi2a-alert-outline");

  EngineSignView(EngineSignViewModel model, Texts texts) {
    getStyleClass().add("engine-sign");
    setMinWidth(USE_PREF_SIZE);
    FontIcon icon = new FontIcon();
    Label sign = new Label();
    sign.setId("engine");
    sign.setGraphic(icon);
    sign.textProperty().bind(model.textProperty());
    Tooltip tip = new Tooltip();
    tip.setWrapText(true);
    tip.getStyleClass().add("wide-tooltip");
    tip.textProperty().bind(model.detailProperty());
    sign.setTooltip(tip);
    sign.accessibleHelpProperty().bind(model.detailProperty());
    Button again = button("engineAgain", "engine.tryAgain", texts, model::tryAgain);
    showIf(again, model.lostProperty());
    Button trust = button("engineTrust", "engine.trust", texts, model::lookAtCertificate);
    showIf(trust, model.changedProperty());
    getChildren().addAll(sign, again, trust);
    model.stateProperty().subscribe(state -> icon.setIconLiteral(ICONS.get(state)));
    model.lostProperty().subscribe(lost -> pseudoClassStateChanged(TROUBLE, lost));
  }

  private static Button button(String id, String key, Texts texts, Runnable action) {
    Button button = new Button();
    button.setId(id);
    button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    button.textProperty().bind(texts.observe(key));
    button.setOnAction(e -> action.run());
    return button;
  }

  private static void showIf(Button button, ObservableValue<Boolean> condition) {
    button.visibleProperty().bind(condition);
    button.managedProperty().bind(button.visibleProperty());
  }
}
