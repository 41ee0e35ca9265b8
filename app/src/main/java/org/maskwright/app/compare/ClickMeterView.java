package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.maskwright.app.text.Texts;
import org.maskwright.app.tool.ClickMeter;
import org.maskwright.data.click.ClickTally;

/** How many clicks and seconds an object takes. */
final class ClickMeterView extends VBox {

  private final Texts texts;

  ClickMeterView(ClickMeter meter, Texts texts) {
    this.texts = texts;
    Label tally = new Label();
    tally.setId("clickMeter");
    tally.setWrapText(true);
    tally.getStyleClass().addAll(Styles.TEXT_CAPTION, Styles.TEXT_MUTED);
    tally
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(meter.tallyProperty().get()),
                meter.tallyProperty(),
                texts.languageProperty()));
    getStyleClass().add("option-row");
    getChildren().addAll(OptionRows.caption(texts, "editor.clickMeterTitle"), tally);
  }

  private String words(ClickTally tally) {
    return tally.objects() == 0
        ? texts.get("editor.clickMeterNone")
        : texts.get("editor.clickMeter", tally.objects(), tally.clicksEach(), tally.secondsEach());
  }
}
