package org.maskwright.app.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maskwright.app.canvas.DisplayAdjustment;
import org.maskwright.app.keys.Command;
import org.maskwright.app.keys.KeyMap;
import org.maskwright.app.keys.Shortcut;
import org.maskwright.app.text.Language;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.RestOnDone;

/** Keeps the settings in a small file. A file that cannot be read is put aside, not overwritten. */
public final class SettingsStore {

  private static final long MAX_BYTES = 1 << 20;
  private static final int MAX_PATH = 8192;
  private static final int MAX_LIST = 1000;
  private static final int MAX_PANES = 16;

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
    json.put("guide", settings.guide().name());
    writeDefaults(json.putObject("defaults"), settings.defaults());
    writeLayout(json.putObject("layout"), settings.layout());
    writeDisplay(json.putArray("display"), settings.display());
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
      ObjectNode each = recent.addObject();
      each.put("folder", project.folder().toString());
      each.put("opened", project.opened().toString());
      ArrayNode slots = each.putArray("slots");
      project.slots().classes().forEach(index -> slots.add(String.valueOf(index)));
      project.image().ifPresent(image -> each.put("image", image.toString()));
      project.model().ifPresent(model -> each.put("model", model));
    }
    JsonFile.write(disk, file, json);
  }

  private static void writeDefaults(ObjectNode json, Defaults defaults) {
    writeTools(json.putObject("tools"), defaults.tools());
    json.put("opacity", defaults.opacity());
    json.put("rest", defaults.rest().name());
  }

  private static void writeTools(ObjectNode json, ToolOptions tools) {
    json.put("brushRadius", tools.brushRadius());
    json.put("brushShape", tools.brushShape().name());
    json.put("wandTolerance", tools.wandTolerance());
    json.put("superpixel", tools.superpixel());
    json.put("voidWidth", tools.voidWidth());
  }

  private static ToolOptions readTools(JsonObject json) throws DataException {
    return new ToolOptions(
        size(json, "brushRadius"),
        BrushShape.valueOf(json.text("brushShape", MAX_LIST)),
        size(json, "wandTolerance"),
        size(json, "superpixel"),
        size(json, "voidWidth"));
  }

  private static int size(JsonObject json, String field) throws DataException {
    return (int) json.integer(field, 0, ToolOptions.MAX_BRUSH);
  }

  private static void writeLayout(ObjectNode json, Layout layout) {
    json.put("width", layout.width());
    json.put("height", layout.height());
    json.put("maximized", layout.maximized());
    ObjectNode dividers = json.putObject("dividers");
    new TreeMap<>(layout.dividers()).forEach(dividers::put);
    layout.panes().ifPresent(panes -> writePanes(json.putObject("panes"), panes));
  }

  private static void writePanes(ObjectNode json, SeenPanes panes) {
    json.put("layout", panes.layout()).put("count", panes.count());
    json.put("divider", panes.divider()).put("layer", panes.layer()).put("source", panes.source());
    panes.contents().forEach(json.putArray("contents")::add);
    panes.swiped().forEach(json.putArray("swiped")::add);
  }

  private static SeenPanes readPanes(JsonObject json) throws DataException {
    return new SeenPanes(
        json.text("layout", MAX_LIST),
        (int) json.integer("count", 0, MAX_PANES),
        json.texts("contents", MAX_PANES, MAX_LIST),
        json.texts("swiped", MAX_PANES, MAX_LIST),
        json.number("divider"),
        json.text("layer", MAX_LIST),
        json.text("source", MAX_LIST));
  }

  private static RecentProject readRecent(JsonObject json) throws DataException {
    Optional<String> image = json.optionalText("image", MAX_PATH);
    return new RecentProject(
        Path.of(json.text("folder", MAX_PATH)),
        Instant.parse(json.text("opened", MAX_LIST)),
        readSlots(json),
        image.isEmpty() ? Optional.empty() : Optional.of(ImageId.parse(image.get())),
        json.optionalText("model", MAX_LIST));
  }

  private static Settings read(JsonObject json, Locale system) throws DataException {
    Settings first = Settings.first(system);
    List<RecentProject> recent = new ArrayList<>();
    for (JsonObject project : json.objects("recent", MAX_LIST)) {
      recent.add(readRecent(project));
    }
    return new Settings(
        Theme.valueOf(json.text("theme", MAX_LIST)),
        Language.valueOf(json.text("language", MAX_LIST)),
        KeyMap.of(readKeys(json)),
        recent,
        json.has("defaults") ? readDefaults(json.object("defaults")) : first.defaults(),
        json.has("layout") ? readLayout(json.object("layout")) : first.layout(),
        json.has("display") ? readDisplay(json) : Map.of(),
        json.has("guide") ? GuideStep.valueOf(json.text("guide", MAX_LIST)) : first.guide());
  }

  private static void writeDisplay(ArrayNode json, Map<String, DisplayAdjustment> display) {
    new TreeMap<>(display)
        .forEach(
            (folder, shown) ->
                json.addObject()
                    .put("folder", folder)
                    .put("brightness", shown.brightness())
                    .put("contrast", shown.contrast())
                    .put("gamma", shown.gamma()));
  }

  private static Map<String, DisplayAdjustment> readDisplay(JsonObject json) throws DataException {
    Map<String, DisplayAdjustment> display = new TreeMap<>();
    for (JsonObject shown : json.objects("display", MAX_LIST)) {
      display.put(
          shown.text("folder", MAX_PATH),
          new DisplayAdjustment(
              shown.number("brightness"), shown.number("contrast"), shown.number("gamma")));
    }
    return display;
  }

  private static ClassSlots readSlots(JsonObject project) throws DataException {
    return project.has("slots")
        ? new ClassSlots(
            project.texts("slots", ClassSlots.KEYS, MAX_LIST).stream()
                .map(Integer::valueOf)
                .toList())
        : ClassSlots.FIRST;
  }

  private static Defaults readDefaults(JsonObject json) throws DataException {
    return new Defaults(
        json.has("tools") ? readTools(json.object("tools")) : ToolOptions.FIRST,
        json.number("opacity"),
        RestOnDone.valueOf(json.text("rest", MAX_LIST)));
  }

  private static Layout readLayout(JsonObject json) throws DataException {
    JsonObject stored = json.object("dividers");
    Map<String, Double> dividers = new TreeMap<>();
    for (Iterator<String> names = stored.node().fieldNames(); names.hasNext(); ) {
      String name = names.next();
      dividers.put(name, stored.number(name));
    }
    return new Layout(
        json.number("width"),
        json.number("height"),
        json.flag("maximized"),
        dividers,
        json.has("panes") ? Optional.of(readPanes(json.object("panes"))) : Optional.empty());
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
