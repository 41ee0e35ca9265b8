package org.maskwright.app.project;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maskwright.app.text.Texts;

/** A card for each sample, and how far the one is that is being drawn. */
final class SamplesView extends VBox {

  private static final double PICTURE_WIDTH = 96;

  private final SamplesViewModel model;
  private final Texts texts;

  SamplesView(SamplesViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    Label heading = label("start.samples");
    heading.getStyleClass().add(Styles.TEXT_CAPTION);
    HBox cards = new HBox(card("countryside"), card("cherries"));
    cards.getStyleClass().add("sample-cards");
    getStyleClass().add("samples");
    getChildren().addAll(heading, cards, progress());
  }

  private Button card(String sample) {
    ImageView picture =
        new ImageView(new Image("/org/maskwright/assets/sample-" + sample + ".jpg", true));
    picture.setFitWidth(PICTURE_WIDTH);
    picture.setPreserveRatio(true);
    Label name = label("start.sample." + sample);
    name.getStyleClass().add(Styles.TEXT_BOLD);
    Label what = label("start.sample." + sample + ".hint");
    what.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    VBox words = new VBox(name, what);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox content = new HBox(picture, words);
    content.getStyleClass().add("sample-card");
    Button card = new Button();
    card.setId("sample-" + sample);
    card.setGraphic(content);
    card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    card.accessibleTextProperty().bind(name.textProperty());
    card.setMaxWidth(Double.MAX_VALUE);
    card.disableProperty().bind(model.drawingProperty().map(Optional::isPresent));
    card.setOnAction(e -> model.open(sample));
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private HBox progress() {
    Label what = label("start.drawing");
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty()
        .bind(model.drawingProperty().map(d -> d.map(SamplesViewModel.Drawing::share).orElse(0.0)));
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button cancel = new Button();
    cancel.setId("cancelSample");
    cancel.textProperty().bind(texts.observe("start.cancelSample"));
    cancel.setOnAction(e -> model.cancel());
    HBox line = new HBox(what, bar, cancel);
    line.getStyleClass().add("sample-progress");
    ObservableValue<Boolean> drawing = model.drawingProperty().map(Optional::isPresent);
    line.visibleProperty().bind(drawing);
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  private Label label(String key) {
    Label label = new Label();
    label.textProperty().bind(texts.observe(key));
    label.setWrapText(true);
    return label;
  }
}
