package org.maskwright.app.train;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.dialog.Forms;
import org.maskwright.app.dialog.NameConverter;
import org.maskwright.app.text.Texts;

/** Which network a new model is made of, and where its first weights come from. */
final class NewModelView extends VBox {

  private final NewModelViewModel model;
  private final Texts texts;
  private final Forms forms;

  NewModelView(NewModelViewModel model, Texts texts, Forms forms) {
    this.model = model;
    this.texts = texts;
    this.forms = forms;
    getStyleClass().add("train-tuning");
    FlowPane ways =
        new FlowPane(
            way("train.fusion", model.fusionProperty(), KnownNetwork::fusions),
            way("train.upsampling", model.upsamplingProperty(), KnownNetwork::upsamplings),
            weights());
    ways.getStyleClass().add("train-numbers");
    getChildren()
        .addAll(
            forms.field("train.network", networks()),
            forms.hint("train.networkHint"),
            new ActivityView(model.activity()),
            ways);
  }

  private HBox networks() {
    ComboBox<KnownNetwork> box = new ComboBox<>(model.networks());
    box.setId("trainNetwork");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(new NameConverter<>(model::text));
    box.valueProperty().bindBidirectional(model.networkProperty());
    HBox.setHgrow(box, Priority.ALWAYS);
    Button make = forms.button("train.make", model::make);
    make.disableProperty().bind(model.mayMake().not());
    Button cancel = forms.button("exchange.cancel", model.activity()::cancel);
    cancel.visibleProperty().bind(model.activity().busyProperty());
    cancel.managedProperty().bind(cancel.visibleProperty());
    HBox row = new HBox(box, make, cancel);
    row.getStyleClass().add("form-row");
    return row;
  }

  /** Shown only where the network leaves a choice. */
  private VBox way(
      String key,
      ObjectProperty<@Nullable String> chosen,
      Function<KnownNetwork, List<String>> ways) {
    ComboBox<String> box = forms.choice(List.of(), word -> texts.get(key + "." + word));
    box.setId(key);
    box.valueProperty().bindBidirectional(chosen);
    model
        .networkProperty()
        .subscribe(
            now -> {
              // Other items take the choice with them.
              String usual = chosen.get();
              box.getItems().setAll(now == null ? List.of() : ways.apply(now));
              box.getSelectionModel().select(usual);
            });
    box.accessibleTextProperty().bind(texts.observe(key));
    VBox field = forms.field(key, box);
    field.visibleProperty().bind(chosen.isNotNull());
    field.managedProperty().bind(field.visibleProperty());
    return field;
  }

  private VBox weights() {
    Label file = new Label();
    file.setId("trainWeights");
    file.textProperty().bind(model.weightsText());
    Button random = forms.button("train.weightsForget", model::forgetWeights);
    random.visibleProperty().bind(model.weightsProperty().map(chosen -> chosen.isPresent()));
    random.managedProperty().bind(random.visibleProperty());
    HBox row = new HBox(file, forms.button("train.weightsFile", model::chooseWeights), random);
    row.getStyleClass().add("form-row");
    return forms.field("train.weights", row);
  }
}
