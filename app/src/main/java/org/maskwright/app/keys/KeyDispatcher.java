package org.maskwright.app.keys;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The one place that hears the window's keys. A key that means something to the field a person
 * types into is left to it; a key that is held is released when the window loses the focus.
 */
public final class KeyDispatcher {

  private final Supplier<KeyMap> keys;
  private final CommandHandler handler;
  private boolean tookLast;
  private final Set<Command> held = EnumSet.noneOf(Command.class);

  public KeyDispatcher(Supplier<KeyMap> keys, CommandHandler handler) {
    this.keys = keys;
    this.handler = handler;
  }

  /** Starts to listen. */
  public void install(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
    scene.windowProperty().subscribe(this::releaseWhenFocusIsLost);
  }

  private void releaseWhenFocusIsLost(@Nullable Window window) {
    if (window != null) {
      window.focusedProperty().addListener(o -> releaseAll());
    }
  }

  private void pressed(Scene scene, KeyEvent event) {
    tookLast = false;
    if (event.getCode() == KeyCode.ALT) {
      // Alt is a modifier of the brush; its release must not reach the menu bar.
      event.consume();
      return;
    }
    Node focus = scene.getFocusOwner();
    Shortcut shortcut = shortcut(event);
    boolean forField = shortcut.belongsToText() && isTyping(focus);
    if (forField || event.getCode() == KeyCode.TAB || isPressing(event, focus)) {
      return;
    }
    Optional<Command> command = keys.get().command(shortcut);
    if (command.isPresent()) {
      boolean first = held.add(command.get());
      if (handler.pressed(command.get(), !first)) {
        tookLast = true;
        event.consume();
      }
    }
  }

  /** A command may put a field under the keys; its own letter is not to be typed there. */
  private void typed(KeyEvent event) {
    if (tookLast) {
      event.consume();
    }
  }

  private void released(KeyEvent event) {
    if (event.getCode() == KeyCode.ALT) {
      event.consume();
      return;
    }
    String key = event.getCode().name();
    for (Command command : Set.copyOf(held)) {
      if (keys.get().shortcuts(command).stream().anyMatch(s -> s.key().equals(key))) {
        release(command);
      }
    }
  }

  private void releaseAll() {
    Set.copyOf(held).forEach(this::release);
  }

  private void release(Command command) {
    held.remove(command);
    handler.released(command);
  }

  /** The key that was pressed, with its modifiers. */
  public static Shortcut shortcut(KeyEvent event) {
    return new Shortcut(
        event.getCode().name(), event.isShortcutDown(), event.isShiftDown(), event.isAltDown());
  }

  /** Whoever came to a button with Tab presses it with Space. */
  private static boolean isPressing(KeyEvent event, @Nullable Node focus) {
    return event.getCode() == KeyCode.SPACE && focus instanceof ButtonBase;
  }

  private static boolean isTyping(@Nullable Node focus) {
    return focus instanceof TextInputControl
        || focus instanceof Spinner<?>
        || focus instanceof ComboBoxBase<?>
        || focus instanceof ChoiceBox<?>
        || focus instanceof Spinner<?>
        || (focus != null && focus.getParent() instanceof ComboBoxBase<?>);
  }

  /** Does what commands say. */
  public interface CommandHandler {

    /**
     * A command's key went down.
     *
     * @param repeated true while the key stays down
     * @return true if the command was for somebody; the key is then not passed on
     */
    boolean pressed(Command command, boolean repeated);

    /** A command's key went up, or the window lost the focus. */
    void released(Command command);
  }
}
