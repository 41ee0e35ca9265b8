package org.maskwright.app.dialog;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
    if (!open.get() && getScene() != null) {
      focusedBefore = getScene().getFocusOwner();
    }
    onEscape = escape;
    shade.getChildren().setAll(sheet);
    shade.setVisible(true);
    open.set(true);
    focusFirst();
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
