package org.maskwright.app.validate;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.text.Texts;
import org.maskwright.app.validate.ValidateViewModel.Line;

/** One line of the list of slips. */
final class LineCell extends ListCell<Line> {

  private final Texts texts;
  private final FontIcon icon = new FontIcon();
  private final Label name = new Label();
  private final Label text = new Label();
  private final HBox row;

  LineCell(Texts texts) {
    this.texts = texts;
    name.getStyleClass().add(Styles.TEXT_BOLD);
    name.setMinWidth(0);
    text.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    text.setWrapText(true);
    VBox words = new VBox(name, text);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(icon, words);
    row.getStyleClass().add("issue-line");
    // Long texts are wrapped, not the list scrolled sideways.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Line item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
    } else {
      icon.setIconLiteral(icon(item.kind()));
      String kind = texts.get("validate.kind." + item.kind());
      name.setText(item.name().isEmpty() ? kind : item.name());
      text.setText(item.text());
      setAccessibleText(kind + ", " + item.name() + ": " + item.text());
      setGraphic(row);
    }
  }

  private static String icon(String kind) {
    return switch (kind) {
      case "UNLABELLED" -> "mdi2s-selection-off";
      case "SPECKS" -> "mdi2s-scatter-plot";
      case "UNUSED_CLASS" -> "mdi2t-tag-off-outline";
      default -> "mdi2a-alert-outline";
    };
  }
}
