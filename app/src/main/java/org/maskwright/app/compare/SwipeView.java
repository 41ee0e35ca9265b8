package org.maskwright.app.compare;

import javafx.beans.property.DoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.text.Texts;

/** A divider that is drawn across two panes; the upper one is seen right of it. */
final class SwipeView extends Pane {

  private static final double GRIP = 6;

  private final DoubleProperty share;
  private final Rectangle seen = new Rectangle();
  private final StackPane bar = new StackPane();

  SwipeView(DoubleProperty share, Texts texts) {
    this.share = share;
    setPickOnBounds(false);
    Region line = new Region();
    line.getStyleClass().add("swipe-line");
    line.setMaxWidth(Region.USE_PREF_SIZE);
    FontIcon grip = new FontIcon("mdi2a-arrow-left-right");
    StackPane knob = new StackPane(grip);
    knob.getStyleClass().add("swipe-knob");
    knob.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    bar.getChildren().addAll(line, knob);
    bar.setId("swipe");
    bar.setCursor(Cursor.H_RESIZE);
    bar.setAccessibleRole(AccessibleRole.SLIDER);
    bar.accessibleTextProperty().bind(texts.observe("compare.swipe"));
    bar.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    bar.setOnMouseDragged(this::drag);
    getChildren().add(bar);
    share.addListener(o -> requestLayout());
  }

  /** Shows this pane right of the divider only. */
  void reveal(PaneView upper) {
    upper.setClip(seen);
  }

  private void drag(MouseEvent event) {
    double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
    share.set(Math.max(0, Math.min(1, x / Math.max(1, getWidth()))));
  }

  @Override
  protected void layoutChildren() {
    double x = Math.round(share.get() * getWidth());
    bar.resizeRelocate(x - GRIP, 0, 2 * GRIP, getHeight());
    seen.setX(x);
    seen.setWidth(Math.max(0, getWidth() - x));
    seen.setHeight(getHeight());
  }
}
