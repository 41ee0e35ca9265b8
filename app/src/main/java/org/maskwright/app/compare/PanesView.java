package org.maskwright.app.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.text.Texts;
import org.maskwright.data.label.Region;

/** One pane, several side by side, or two over each other; all of them show the same part. */
final class PanesView extends StackPane {

  private final EditorViewModel editor;
  private final CompareViewModel compare;
  private final Texts texts;
  private final IntFunction<Node> covers;
  private final List<PaneView> panes = new ArrayList<>();
  private final Map<ObjectProperty<PaneContent>, PaneHeaderView> headers = new HashMap<>();
  private @Nullable SwipeView swipe;
  private final BooleanProperty panning = new SimpleBooleanProperty();

  /**
   * The panes of an editor.
   *
   * @param covers makes what lies over the image of the so many-th pane
   */
  PanesView(
      EditorViewModel editor, CompareViewModel compare, Texts texts, IntFunction<Node> covers) {
    this.editor = editor;
    this.compare = compare;
    this.texts = texts;
    this.covers = covers;
    PanesViewModel model = compare.panes();
    model.layoutProperty().addListener(o -> lay());
    model.countProperty().addListener(o -> lay());
    InvalidationListener ring = o -> ring();
    compare.sourceProperty().addListener(ring);
    for (int i = 0; i < PanesViewModel.MOST; i++) {
      model.contentProperty(i).addListener(ring);
    }
    editor.imageProperty().subscribe(image -> focusCanvas());
    lay();
  }

  private PaneView pane(int index) {
    while (panes.size() <= index) {
      int number = panes.size();
      PaneView pane =
          new PaneView(
              editor, compare.overlays(), number == 0 ? "canvas" : "canvas" + number, number == 0);
      pane.cover(covers.apply(number));
      pane.panningProperty().bind(panning);
      panes.add(pane);
    }
    return panes.get(index);
  }

  private void lay() {
    // A pane that is in two places is in none.
    panes.forEach(pane -> pane.setClip(null));
    getChildren().clear();
    switch (compare.panes().layoutProperty().get()) {
      case ONE -> one();
      case SIDE_BY_SIDE -> sideBySide();
      case SWIPE -> swipe();
    }
    ring();
    focusCanvas();
  }

  private void one() {
    PaneView pane = pane(0);
    pane.show(compare.panes().aloneProperty());
    getChildren().add(pane);
  }

  private void sideBySide() {
    int count = compare.panes().countProperty().get();
    int columns = count == PanesViewModel.MOST ? 2 : count;
    GridPane grid = new GridPane();
    grid.getStyleClass().add("panes");
    for (int column = 0; column < columns; column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setPercentWidth(100.0 / columns);
      grid.getColumnConstraints().add(constraints);
    }
    int rows = (count + columns - 1) / columns;
    for (int row = 0; row < rows; row++) {
      RowConstraints constraints = new RowConstraints();
      constraints.setPercentHeight(100.0 / rows);
      grid.getRowConstraints().add(constraints);
    }
    for (int i = 0; i < count; i++) {
      ObjectProperty<PaneContent> content = compare.panes().contentProperty(i);
      PaneView pane = pane(i);
      pane.show(content);
      StackPane cell = new StackPane(pane, header(content, Pos.TOP_LEFT));
      GridPane.setHgrow(cell, Priority.ALWAYS);
      GridPane.setVgrow(cell, Priority.ALWAYS);
      grid.add(cell, i % columns, i / columns);
    }
    getChildren().add(grid);
  }

  private void swipe() {
    PanesViewModel model = compare.panes();
    PaneView left = pane(0);
    PaneView right = pane(1);
    left.show(model.leftProperty());
    right.show(model.rightProperty());
    getChildren()
        .addAll(
            left,
            right,
            divider(right),
            header(model.leftProperty(), Pos.TOP_LEFT),
            header(model.rightProperty(), Pos.TOP_RIGHT));
  }

  private SwipeView divider(PaneView right) {
    SwipeView made = swipe;
    if (made == null) {
      made = new SwipeView(compare.panes().dividerProperty(), texts);
      swipe = made;
    }
    made.reveal(right);
    return made;
  }

  /** Made once for each: it listens as long as the project is open. */
  private PaneHeaderView header(ObjectProperty<PaneContent> content, Pos place) {
    return headers.computeIfAbsent(
        content,
        shown -> {
          PaneHeaderView header = new PaneHeaderView(compare, shown, texts);
          StackPane.setAlignment(header, place);
          if (place == Pos.TOP_RIGHT) {
            header.getStyleClass().add("pane-header-right");
          }
          return header;
        });
  }

  /** A pane alone needs no ring: there is nothing to tell it from. */
  private void ring() {
    PanesViewModel model = compare.panes();
    boolean several = model.layoutProperty().get() == PaneLayout.SIDE_BY_SIDE;
    for (int i = 0; i < panes.size(); i++) {
      panes.get(i).ring(several && model.isSource(model.contentProperty(i).get()));
    }
  }

  BooleanProperty panningProperty() {
    return panning;
  }

  void focusCanvas() {
    pane(0).focusCanvas();
  }

  void refresh(Region changed) {
    panes.forEach(pane -> pane.refresh(changed));
  }
}
