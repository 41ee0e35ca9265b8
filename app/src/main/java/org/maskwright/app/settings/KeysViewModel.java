package org.maskwright.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.keys.Command;
import org.maskwright.app.keys.KeyLabels;
import org.maskwright.app.keys.KeyMap;
import org.maskwright.app.keys.KeyPreset;
import org.maskwright.app.keys.Shortcut;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Texts;

/** Which key does what, as a person changes it: no key is ever taken from a command unasked. */
public final class KeysViewModel {

  /** Tab moves the focus, always: a window that takes it away cannot be used by keyboard. */
  private static final Set<String> NEVER = Set.of("TAB", "UNDEFINED");

  private final ObjectProperty<Settings> settings;
  private final Dialogs dialogs;
  private final Texts texts;
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Capture> capture = new ReadOnlyObjectWrapper<>(Capture.NONE);

  KeysViewModel(ObjectProperty<Settings> settings, Dialogs dialogs, Texts texts) {
    this.settings = settings;
    this.dialogs = dialogs;
    this.texts = texts;
    search.addListener(o -> cancel());
  }

  /**
   * A key in the making.
   *
   * @param command the one that is to have it; empty while none is
   * @param wanted the key that was pressed, if it is another command's
   * @param owner that other command
   * @param refusal why the key that was pressed cannot be had
   */
  public record Capture(
      Optional<Command> command,
      Optional<Shortcut> wanted,
      Optional<Command> owner,
      Optional<String> refusal) {

    static final Capture NONE =
        new Capture(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static Capture of(Command command) {
      return new Capture(
          Optional.of(command), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** True while the next key that is pressed is meant for this command. */
    public boolean listensFor(Command asked) {
      return command.filter(asked::equals).isPresent() && owner.isEmpty();
    }

    /** True while it is to be decided whether this command takes another one's key. */
    public boolean asksFor(Command asked) {
      return command.filter(asked::equals).isPresent() && owner.isPresent();
    }
  }

  public StringProperty searchProperty() {
    return search;
  }

  public ObservableValue<KeyMap> keysProperty() {
    return settings.map(Settings::keys);
  }

  public ReadOnlyObjectProperty<Capture> captureProperty() {
    return capture.getReadOnlyProperty();
  }

  /** True if the command's name or one of its keys has what is searched for. */
  public boolean isFound(Command command) {
    String wanted = folded(search.get());
    return folded(texts.get(command.textKey())).contains(wanted)
        || keys().shortcuts(command).stream()
            .anyMatch(key -> folded(KeyLabels.of(key)).contains(wanted));
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  public boolean isChanged(Command command) {
    return keys().changed().containsKey(command);
  }

  private KeyMap keys() {
    return settings.get().keys();
  }

  /** The next key that is pressed shall be one more of this command. */
  public void listen(Command command) {
    capture.set(Capture.of(command));
  }

  /**
   * Gives up the key in the making.
   *
   * @return false if there is none
   */
  public boolean cancel() {
    boolean pending = capture.get().command().isPresent();
    capture.set(Capture.NONE);
    return pending;
  }

  /** A key was pressed for the command that waits for one. */
  public void pressed(Shortcut key) {
    Optional<Command> waiting = capture.get().command();
    if (waiting.isEmpty()) {
      return;
    }
    Command command = waiting.get();
    Optional<Command> owner = keys().conflict(command, key);
    if (NEVER.contains(key.key())) {
      capture.set(
          new Capture(
              waiting,
              Optional.empty(),
              Optional.empty(),
              Optional.of(texts.get("keys.never", KeyLabels.of(key)))));
    } else if (owner.isPresent()) {
      capture.set(new Capture(waiting, Optional.of(key), owner, Optional.empty()));
    } else {
      give(command, key);
    }
  }

  /** The key that is another command's is taken from it. */
  public void takeOver() {
    Capture asked = capture.get();
    if (asked.command().isPresent() && asked.wanted().isPresent()) {
      give(asked.command().get(), asked.wanted().get());
    }
  }

  private void give(Command command, Shortcut key) {
    List<Shortcut> longer = new ArrayList<>(keys().shortcuts(command));
    if (!longer.contains(key)) {
      longer.add(key);
    }
    cancel();
    set(keys().rebind(command, longer));
  }

  /** What is to be decided, in words that name the other command. */
  public String question() {
    Capture asked = capture.get();
    return texts.get(
        "keys.conflict",
        asked.wanted().map(KeyLabels::of).orElse(""),
        asked.owner().map(owner -> texts.get(owner.textKey())).orElse(""));
  }

  public void remove(Command command, Shortcut key) {
    cancel();
    set(
        keys()
            .rebind(
                command,
                keys().shortcuts(command).stream().filter(kept -> !kept.equals(key)).toList()));
  }

  /** Gives a command its first keys back; asks about one that another command has meanwhile. */
  public void reset(Command command) {
    cancel();
    List<Shortcut> free =
        command.defaults().stream().filter(key -> keys().conflict(command, key).isEmpty()).toList();
    set(keys().rebind(command, free));
    command.defaults().stream()
        .filter(key -> keys().conflict(command, key).isPresent())
        .findFirst()
        .ifPresent(
            taken -> {
              listen(command);
              pressed(taken);
            });
  }

  /** The preset that the keys are; empty once somebody changed one. */
  public ObservableValue<Optional<KeyPreset>> presetProperty() {
    return keysProperty().map(KeyPreset::of);
  }

  /** Takes all keys of a preset; asks first if that would undo what a person chose. */
  public void use(KeyPreset preset) {
    cancel();
    boolean own = KeyPreset.of(keys()).isEmpty();
    boolean sure =
        !own
            || dialogs.confirm(
                texts.get("keys.resetTitle"),
                texts.get("keys.resetText", keys().changed().size()),
                texts.get("keys.resetAction"));
    if (sure) {
      set(preset.keys());
    }
  }

  private void set(KeyMap changed) {
    settings.set(settings.get().withKeys(changed));
  }
}
