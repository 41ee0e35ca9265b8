package org.maskwright.app.train;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maskwright.app.dialog.Forms;
import org.maskwright.app.text.Texts;

/** What only those change who know why. */
final class TuningView extends VBox {

  private static final int MAX_EPOCHS = 1000;
  private static final int MAX_BATCH = 64;
  private static final int MIN_CROP = 33;
  private static final int MAX_CROP = 1025;
  private static final int CROP_STEP = 32;

  private final Texts texts;
  private final Forms forms;

  TuningView(PlanViewModel model, Texts texts, Forms forms) {
    this.texts = texts;
    this.forms = forms;
    Tuning tuning = model.tuning();
    getStyleClass().add("train-tuning");
    FlowPane numbers =
        new FlowPane(
            spinner("train.epochs", tuning.epochsProperty(), 1, MAX_EPOCHS, 1),
            spinner("train.batch", tuning.batchProperty(), 1, MAX_BATCH, 1),
            spinner("train.crop", tuning.cropProperty(), MIN_CROP, MAX_CROP, CROP_STEP),
            choice("train.rates", "×", tuning.paceProperty(), List.of(0.1, 0.3, 1.0, 3.0, 10.0)),
            choice("train.rare", "", tuning.rareProperty(), List.of(0.0, 0.5, 1.0)),
            choice("train.teacher", "", tuning.teacherProperty(), List.of(0.0, 0.2, 0.5, 0.8)),
            choice(
                "train.scale", "×", tuning.scaleProperty(), List.of(0.0, 0.25, 0.5, 1.0, 1.5, 2.0)),
            choice(
                "train.side",
                "≤ ",
                tuning.sideProperty(),
                List.of(0.0, 384.0, 512.0, 768.0, 1024.0, 1536.0, 2048.0)));
    numbers.getStyleClass().add("train-numbers");
    VBox checks =
        new VBox(
            forms.check("train.trunk", tuning.trunkProperty()),
            forms.check("train.goOn", tuning.goOnProperty()));
    checks.getStyleClass().add("form-radios");
    getChildren().addAll(numbers, replay(model), checks);
  }

  private VBox spinner(String key, IntegerProperty value, int least, int most, int step) {
    Spinner<Integer> spinner = new Spinner<>();
    spinner.setId(key);
    IntegerSpinnerValueFactory values =
        new IntegerSpinnerValueFactory(least, most, value.get(), step);
    spinner.setValueFactory(values);
    spinner.setEditable(true);
    values
        .valueProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null) {
                value.set(now);
              }
            });
    spinner.getEditor().accessibleTextProperty().bind(texts.observe(key));
    return forms.field(key, spinner);
  }

  private VBox choice(String key, String sign, DoubleProperty value, List<Double> values) {
    ComboBox<Double> box =
        forms.choice(values, each -> each == 0 ? texts.get(key + ".none") : sign + number(each));
    box.setId(key);
    box.setValue(value.get());
    box.valueProperty().addListener((o, before, now) -> value.set(now));
    box.accessibleTextProperty().bind(texts.observe(key));
    return forms.field(key, box);
  }

  private static String number(double value) {
    return value == Math.rint(value) && value > 10
        ? String.valueOf((int) value)
        : String.valueOf(value);
  }

  private VBox replay(PlanViewModel model) {
    TextField folder = new TextField();
    folder.setId("trainReplay");
    folder.textProperty().bindBidirectional(model.tuning().replayProperty());
    folder.accessibleTextProperty().bind(texts.observe("train.replay"));
    HBox.setHgrow(folder, Priority.ALWAYS);
    HBox row = new HBox(folder, forms.button("new.choose", model::chooseReplay));
    row.getStyleClass().add("form-row");
    return forms.field("train.replay", row);
  }
}
