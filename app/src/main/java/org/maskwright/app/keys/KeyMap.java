package org.maskwright.app.keys;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which keys do what: the defaults, and what a person made of them. Does not change. */
public final class KeyMap {

  private final Map<Command, List<Shortcut>> changed;

  private KeyMap(Map<Command, List<Shortcut>> changed) {
    this.changed = Map.copyOf(changed);
  }

  public static KeyMap defaults() {
    return new KeyMap(Map.of());
  }

  /** The defaults but for these. */
  public static KeyMap of(Map<Command, List<Shortcut>> changed) {
    return new KeyMap(changed);
  }

  public List<Shortcut> shortcuts(Command command) {
    return changed.getOrDefault(command, command.defaults());
  }

  /** What differs from the defaults; this is what is stored. */
  public Map<Command, List<Shortcut>> changed() {
    return changed;
  }

  public Optional<Command> command(Shortcut pressed) {
    for (Command command : Command.values()) {
      if (shortcuts(command).contains(pressed)) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  /** The command that already has this key, if another one wants it. */
  public Optional<Command> conflict(Command command, Shortcut wanted) {
    return command(wanted).filter(owner -> owner != command);
  }

  /** Gives a command these keys alone; whoever had one of them loses it. */
  public KeyMap rebind(Command command, List<Shortcut> shortcuts) {
    Map<Command, List<Shortcut>> rebound = new EnumMap<>(Command.class);
    rebound.putAll(changed);
    for (Command other : Command.values()) {
      List<Shortcut> kept =
          shortcuts(other).stream().filter(shortcut -> !shortcuts.contains(shortcut)).toList();
      if (kept.size() < shortcuts(other).size()) {
        rebound.put(other, kept);
      }
    }
    rebound.put(command, List.copyOf(shortcuts));
    rebound.entrySet().removeIf(entry -> entry.getValue().equals(entry.getKey().defaults()));
    return new KeyMap(rebound);
  }
}
