package org.maskwright.app.review;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.canvas.Viewport;
import org.maskwright.app.keys.TabMoves;
import org.maskwright.app.review.ReviewViewModel.Pin;
import org.maskwright.app.text.Texts;

/** Lies over the image: shows the note where it is pinned, and takes a new one. */
public final class PinsView extends Pane {

  private static final double CARD_WIDTH = 288;
  private static final double GAP = 16;

  private final ReviewViewModel model;
  private final Viewport viewport;
  private final Texts texts;
  private final boolean leads;
  private final Label pin = new Label();
  private final Label ask = new Label();
  private final TextArea text = new TextArea();
  private final VBox card;

  /**
   * The pins of a pane.
   *
   * @param leads whether notes are written here; the other panes only show and take places
   */
  public PinsView(ReviewViewModel model, Viewport viewport, Texts texts, boolean leads) {
    this.model = model;
    this.leads = leads;
    this.viewport = viewport;
    this.texts = texts;
    getStyleClass().add("pins");
    setPickOnBounds(false);
    pin.setId(leads ? "notePin" : null);
    pin.setGraphic(new FontIcon("mdi2m-map-marker"));
    pin.getStyleClass().add("note-pin");
    ask.textProperty().bind(texts.observe("review.place"));
    ask.getStyleClass().add("pins-ask");
    ask.setMouseTransparent(true);
    card = card();
    getChildren().addAll(pin, ask, card);
    model.pinProperty().addListener(o -> requestLayout());
    model.draftProperty().addListener((o, before, now) -> drafted(now));
    model.placingProperty().subscribe(this::placing);
    viewport.zoomProperty().addListener(o -> requestLayout());
    viewport.panXProperty().addListener(o -> requestLayout());
    viewport.panYProperty().addListener(o -> requestLayout());
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    card.setVisible(false);
  }

  private VBox card() {
    text.setId(leads ? "noteText" : null);
    TabMoves.outOf(text);
    text.setPrefRowCount(3);
    text.setWrapText(true);
    text.promptTextProperty().bind(texts.observe("review.notePrompt"));
    text.accessibleTextProperty().bind(texts.observe("review.notePrompt"));
    Button send = new Button();
    send.setId(leads ? "sendNote" : null);
    send.textProperty().bind(texts.observe("review.send"));
    send.getStyleClass().add(Styles.ACCENT);
    send.disableProperty().bind(text.textProperty().map(String::isBlank));
    send.setOnAction(e -> model.giveBack(text.getText()));
    Button cancel = new Button();
    cancel.textProperty().bind(texts.observe("dialog.cancel"));
    cancel.setOnAction(e -> model.cancel());
    HBox buttons = new HBox(send, cancel);
    buttons.getStyleClass().add("form-row");
    VBox box = new VBox(text, buttons);
    box.getStyleClass().add("note-card");
    box.setPrefWidth(CARD_WIDTH);
    // A click on the card is none on the image under it.
    box.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    return box;
  }

  private void placing(boolean on) {
    setPickOnBounds(on);
    setCursor(on ? Cursor.CROSSHAIR : null);
    ask.setVisible(on && leads);
    requestLayout();
  }

  private void clicked(MouseEvent event) {
    if (model.placingProperty().get()) {
      model.place(
          (int) Math.floor(viewport.toImageX(event.getX())),
          (int) Math.floor(viewport.toImageY(event.getY())));
      event.consume();
    }
  }

  private void drafted(Optional<Pin> draft) {
    card.setVisible(draft.isPresent() && leads);
    if (card.isVisible()) {
      text.clear();
      text.requestFocus();
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    Optional<Pin> shown = model.draftProperty().get().or(() -> model.pinProperty().get());
    pin.setVisible(shown.isPresent());
    shown.ifPresent(this::place);
    ask.autosize();
    ask.relocate((getWidth() - ask.getWidth()) / 2, GAP);
  }

  private void place(Pin shown) {
    Point2D at = new Point2D(viewport.toViewX(shown.x() + 0.5), viewport.toViewY(shown.y() + 0.5));
    pin.autosize();
    pin.relocate(at.getX() - pin.getWidth() / 2, at.getY() - pin.getHeight());
    pin.setTooltip(shown.text().isEmpty() ? null : new Tooltip(shown.text()));
    pin.setAccessibleText(shown.text());
    card.autosize();
    double x = Math.min(at.getX() + GAP, getWidth() - card.getWidth() - GAP);
    double y = Math.min(at.getY() + GAP, getHeight() - card.getHeight() - GAP);
    card.relocate(Math.max(GAP, x), Math.max(GAP, y));
  }
}
