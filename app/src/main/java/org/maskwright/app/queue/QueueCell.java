package org.maskwright.app.queue;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.canvas.ThumbnailView;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.text.Texts;
import org.maskwright.data.image.Pixels;

/** One line of the queue: a small picture, the image's name, and why it stands there. */
final class QueueCell extends ListCell<QueueLine> {

  private final QueueViewModel model;
  private final Texts texts;
  private final ThumbnailView picture = new ThumbnailView();
  private final Label name = new Label();
  private final Label reason = new Label();
  private final Label stale = new Label();
  private final FontIcon done = new FontIcon("mdi2c-check");
  private final HBox row;
  private RunningTask asked = () -> {};
  private boolean drawn;

  QueueCell(QueueViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    name.getStyleClass().add(Styles.TEXT_BOLD);
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setMinWidth(0);
    reason.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    reason.setWrapText(true);
    stale.getStyleClass().addAll(Styles.TEXT_SMALL, "stale");
    stale.managedProperty().bind(stale.visibleProperty());
    done.managedProperty().bind(done.visibleProperty());
    HBox head = new HBox(done, name);
    head.getStyleClass().add("image-line-below");
    VBox words = new VBox(head, reason, stale);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(picture, words);
    row.getStyleClass().add("image-line");
    // Long texts are wrapped, not the list scrolled sideways.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable QueueLine item, boolean empty) {
    super.updateItem(item, empty);
    asked.cancel();
    asked = () -> {};
    if (empty || item == null) {
      picture.show(Optional.empty());
      setGraphic(null);
      setAccessibleText(null);
    } else {
      show(item);
    }
  }

  private void show(QueueLine line) {
    String why = model.reason(line);
    name.setText(line.name());
    reason.setText(why);
    stale.setText(texts.get("queue.stale"));
    stale.setVisible(model.isStale(line));
    done.setVisible(model.isDone(line));
    setAccessibleText(line.name() + ": " + why);
    setGraphic(row);
    drawn = false;
    asked = model.picture(line, this::draw);
    if (!drawn) {
      picture.show(Optional.empty());
    }
  }

  private void draw(Optional<Pixels> pixels) {
    drawn = true;
    picture.show(pixels);
  }
}
