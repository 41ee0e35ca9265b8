package org.maskwright.app.dialog;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The window's content and, when asked for, one sheet over it that takes the mouse and the keys
 * until it is closed. A sheet is part of the window: it follows theme, language and size.
 */
public final class SheetPane extends StackPane {

  private final StackPane shade = new StackPane();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private Runnable onEscape = () -> {};
  private @Nullable Node focusedBefore;

  public SheetPane(Node content) {
    shade.getStyleClass().add("sheet-shade");
    shade.setVisible(false);
    shade.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    getChildren().addAll(content, shade);
    sceneProperty().subscribe(this::keepFocusInside);
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /**
   * Shows a sheet in place of the one before.
   *
   * @param escape what Esc does, which is to hide the sheet unless something stands against it
   */
  public void show(Node sheet, Runnable escape) {
    open(sheet, escape, Optional.empty());
  }

  /** Shows a small sheet at a point of the content; a click beside it closes it. */
  public void showAt(Node sheet, Point2D place, Runnable escape) {
    open(sheet, escape, Optional.of(place));
  }

  private void open(Node sheet, Runnable escape, Optional<Point2D> place) {
    if (!open.get() && getScene() != null) {
      focusedBefore = getScene().getFocusOwner();
    }
    onEscape = escape;
    shade.getStyleClass().setAll(place.isPresent() ? "sheet-glass" : "sheet-shade");
    shade.setOnMousePressed(event -> closeBeside(event, place.isPresent()));
    StackPane.setAlignment(sheet, place.isPresent() ? Pos.TOP_LEFT : Pos.CENTER);
    shade.getChildren().setAll(sheet);
    place.ifPresent(point -> putAt(sheet, point));
    shade.setVisible(true);
    open.set(true);
    focusFirst();
  }

  /** As near to the point as the window has room. */
  private void putAt(Node sheet, Point2D point) {
    applyCss();
    double right = getWidth() - sheet.prefWidth(-1);
    double bottom = getHeight() - sheet.prefHeight(-1);
    sheet.setTranslateX(Math.max(0, Math.min(point.getX(), right)));
    sheet.setTranslateY(Math.max(0, Math.min(point.getY(), bottom)));
  }

  private void closeBeside(MouseEvent event, boolean small) {
    if (small && event.getTarget() == shade) {
      onEscape.run();
    }
  }

  /** Goes back to the content, and to what had the keys there. */
  public void hide() {
    open.set(false);
    shade.setVisible(false);
    shade.getChildren().clear();
    Node before = focusedBefore;
    focusedBefore = null;
    if (before != null && before.getScene() != null) {
      before.requestFocus();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      onEscape.run();
    }
  }

  /** Tab would otherwise lead out of the sheet, to what lies in its shade. */
  private void keepFocusInside(@Nullable Scene scene) {
    if (scene != null) {
      scene
          .focusOwnerProperty()
          .addListener(
              (o, before, now) -> {
                if (open.get() && now != null && !isInside(now)) {
                  focusFirst();
                }
              });
    }
  }

  private boolean isInside(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == shade) {
        return true;
      }
    }
    return false;
  }

  private void focusFirst() {
    // Only with its skin does a control such as a scroll pane have children to look at.
    shade.applyCss();
    firstIn(shade).ifPresent(Node::requestFocus);
  }

  private static Optional<Node> firstIn(Parent parent) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (child.isVisible() && !child.isDisabled()) {
        Optional<Node> found =
            child.isFocusTraversable()
                ? Optional.of(child)
                : child instanceof Parent below ? firstIn(below) : Optional.empty();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
