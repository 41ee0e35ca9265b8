package org.maskwright.app.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maskwright.app.keys.Command;
import org.maskwright.app.keys.KeyMap;
import org.maskwright.app.keys.Shortcut;
import org.maskwright.app.text.Language;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.problem.DataException;

/** Keeps the settings in a small file. A file that cannot be read is put aside, not overwritten. */
public final class SettingsStore {

  private static final long MAX_BYTES = 1 << 20;
  private static final int MAX_PATH = 8192;
  private static final int MAX_LIST = 1000;

  private final Disk disk;
  private final Path folder;
  private final Path file;

  public SettingsStore(Disk disk, Path folder) {
    this.disk = disk;
    this.folder = folder;
    this.file = folder.resolve("settings.json");
  }

  /** What was chosen last, or what one starts with. */
  public Settings load(Locale system) throws IOException {
    if (!disk.exists(file)) {
      return Settings.first(system);
    }
    try {
      return read(JsonFile.read(disk, file, MAX_BYTES), system);
    } catch (DataException | IllegalArgumentException | DateTimeParseException e) {
      disk.replace(file, file.resolveSibling("settings.unreadable.json"));
      return Settings.first(system);
    }
  }

  public void save(Settings settings) throws IOException {
    disk.createFolders(folder);
    ObjectNode json = JsonFile.newObject();
    json.put("theme", settings.theme().name());
    json.put("language", settings.language().name());
    json.put("brushRadius", settings.brushRadius());
    ObjectNode keys = json.putObject("keys");
    settings.keys().changed().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              ArrayNode list = keys.putArray(entry.getKey().name());
              entry.getValue().forEach(shortcut -> list.add(shortcut.text()));
            });
    ArrayNode recent = json.putArray("recent");
    for (RecentProject project : settings.recent()) {
      recent
          .addObject()
          .put("folder", project.folder().toString())
          .put("opened", project.opened().toString());
    }
    JsonFile.write(disk, file, json);
  }

  private static Settings read(JsonObject json, Locale system) throws DataException {
    Settings first = Settings.first(system);
    List<RecentProject> recent = new ArrayList<>();
    for (JsonObject project : json.objects("recent", MAX_LIST)) {
      recent.add(
          new RecentProject(
              Path.of(project.text("folder", MAX_PATH)),
              Instant.parse(project.text("opened", MAX_LIST))));
    }
    return new Settings(
            Theme.valueOf(json.text("theme", MAX_LIST)),
            Language.valueOf(json.text("language", MAX_LIST)),
            KeyMap.of(readKeys(json)),
            recent,
            first.brushRadius())
        .withBrushRadius((int) json.integer("brushRadius", 1, Settings.MAX_BRUSH));
  }

  private static Map<Command, List<Shortcut>> readKeys(JsonObject json) throws DataException {
    Map<Command, List<Shortcut>> keys = new EnumMap<>(Command.class);
    JsonObject stored = json.object("keys");
    for (Command command : Command.values()) {
      if (stored.has(command.name())) {
        keys.put(
            command,
            stored.texts(command.name(), MAX_LIST, MAX_LIST).stream()
                .map(Shortcut::parse)
                .toList());
      }
    }
    return keys;
  }
}
