package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.maskwright.app.session.Painting;
import org.maskwright.app.text.Texts;
import org.maskwright.data.label.LabelClass;

/** The classes to choose from. */
public final class ClassListView extends VBox {

  private static final double SWATCH = 14;

  private final Painting painting;
  private final ListView<LabelClass> list = new ListView<>();

  public ClassListView(Painting painting, Texts texts) {
    this.painting = painting;
    getStyleClass().add("side-section");
    Label caption = new Label();
    caption.textProperty().bind(texts.observe("editor.classes"));
    caption.getStyleClass().add(Styles.TEXT_CAPTION);
    list.setId("classes");
    list.setCellFactory(view -> new ClassCell());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null) {
                painting.choose(now.index());
              }
            });
    painting.schemeProperty().subscribe(scheme -> list.getItems().setAll(scheme.active()));
    painting.activeClassProperty().subscribe(index -> select(index.intValue()));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(caption, list);
  }

  private void select(int index) {
    List<LabelClass> classes = painting.scheme().active();
    classes.stream()
        .filter(c -> c.index() == index)
        .findFirst()
        .ifPresent(c -> list.getSelectionModel().select(c));
  }

  /** A class with its colour. */
  private static final class ClassCell extends ListCell<LabelClass> {

    @Override
    protected void updateItem(LabelClass item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setText(null);
        setGraphic(null);
      } else {
        int rgb = item.displayRgb();
        Rectangle swatch =
            new Rectangle(SWATCH, SWATCH, Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF));
        swatch.setArcWidth(4);
        swatch.setArcHeight(4);
        setGraphic(swatch);
        setText(item.name());
      }
    }
  }
}
