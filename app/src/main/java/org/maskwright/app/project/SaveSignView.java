package org.maskwright.app.project;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.session.SaveState;
import org.maskwright.app.text.Texts;

/** Says where the work is: in its files, on the way there, or not. */
public final class SaveSignView extends Label {

  private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

  public SaveSignView(ObservableValue<SaveState> state, Texts texts) {
    setId("saveState");
    getStyleClass().add("save-sign");
    setMinWidth(Region.USE_PREF_SIZE);
    textProperty().bind(text(state, texts, ""));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(text(state, texts, ".hint"));
    setTooltip(tip);
    FontIcon icon = new FontIcon();
    setGraphic(icon);
    state.subscribe(
        now -> {
          icon.setIconLiteral(icon(now));
          pseudoClassStateChanged(TROUBLE, now == SaveState.NOT_SAVED);
        });
  }

  private static ObservableValue<String> text(
      ObservableValue<SaveState> state, Texts texts, String suffix) {
    return Bindings.createStringBinding(
        () -> texts.get("save." + state.getValue().name() + suffix),
        state,
        texts.languageProperty());
  }

  private static String icon(SaveState state) {
    return switch (state) {
      case SAVED -> "mdi2c-check";
      case SAVING -> "mdi2p-progress-upload";
      case CHANGED -> "mdi2p-pencil-outline";
      case NOT_SAVED -> "mdi2a-alert-outline";
    };
  }
}
