package org.maskwright.app.project;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.canvas.ThumbnailView;
import org.maskwright.app.project.CurtainViewModel.Curtain;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.text.Texts;
import org.maskwright.data.image.Pixels;

/**
 * Hangs before the canvas while no image is on it: the small picture of the one to come, or what is
 * the matter. It takes the clicks, so that nobody paints on what is not there.
 */
public final class CurtainView extends StackPane {

  private final CurtainViewModel model;
  private final ImageView picture = new ImageView();
  private final Label name = new Label();
  private final Label heading = new Label();
  private final Label hint = new Label();
  private final FontIcon icon = new FontIcon("mdi2i-image-broken-variant");
  private final Button again = new Button();
  private final VBox words;
  private RunningTask asked = () -> {};

  public CurtainView(CurtainViewModel model, Texts texts) {
    this.model = model;
    getStyleClass().add("curtain");
    setId("curtain");
    setMinSize(0, 0);
    picture.setPreserveRatio(true);
    picture.setManaged(false);
    picture.setSmooth(true);
    name.getStyleClass().add("curtain-name");
    heading.getStyleClass().add(Styles.TITLE_4);
    heading.setWrapText(true);
    hint.setId("curtainHint");
    hint.getStyleClass().add(Styles.TEXT_MUTED);
    hint.setWrapText(true);
    again.textProperty().bind(texts.observe("images.lookAgain"));
    again.getStyleClass().add(Styles.ACCENT);
    again.setOnAction(e -> model.lookAgain());
    words = new VBox(icon, heading, hint, again);
    words.getStyleClass().add("curtain-words");
    words.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(name, Pos.BOTTOM_CENTER);
    getChildren().addAll(picture, name, words);
    model.curtainProperty().subscribe(this::show);
  }

  private void show(Curtain curtain) {
    asked.cancel();
    asked = () -> {};
    setVisible(!(curtain instanceof Curtain.Open));
    words.setVisible(curtain instanceof Curtain.Words);
    name.setVisible(curtain instanceof Curtain.Coming);
    if (curtain instanceof Curtain.Words said) {
      draw(Optional.empty());
      heading.setText(said.heading());
      hint.setText(said.hint());
      again.setVisible(said.empty());
      again.setManaged(said.empty());
      icon.setIconLiteral(
          said.empty() ? "mdi2i-image-multiple-outline" : "mdi2i-image-broken-variant");
    } else if (curtain instanceof Curtain.Coming coming) {
      name.setText(coming.name());
      asked = model.thumbnail(this::draw);
    } else {
      draw(Optional.empty());
    }
  }

  private void draw(Optional<Pixels> pixels) {
    picture.setImage(pixels.map(ThumbnailView::image).orElse(null));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    picture.setFitWidth(getWidth());
    picture.setFitHeight(getHeight());
    double width = picture.getLayoutBounds().getWidth();
    double height = picture.getLayoutBounds().getHeight();
    picture.relocate((getWidth() - width) / 2, (getHeight() - height) / 2);
  }
}
