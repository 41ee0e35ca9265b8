package org.maskwright.data.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;

/** Writes {@code project.json}, and reads it as hostile. */
final class ProjectContentJson {

  static final long MAX_BYTES = 16 << 20;

  private static final int MAX_TEXT = 1000;
  private static final String IMAGE = "image";

  private ProjectContentJson() {}

  static ObjectNode write(ProjectContent content, Path home, int schema) {
    ObjectNode json = JsonFile.newObject();
    json.put(SchemaVersion.KEY, schema);
    ArrayNode classes = json.putArray("classes");
    content.scheme().classes().forEach(label -> writeClass(classes.addObject(), label));
    ArrayNode roots = json.putArray("roots");
    content.roots().all().forEach(root -> writeRoot(roots.addObject(), root, home));
    json.putObject("settings")
        .put("restOnDone", content.settings().rest().id())
        .put("maxPixels", content.settings().maxPixels())
        .put("maxJournalBytes", content.settings().maxJournalBytes());
    return json;
  }

  private static void writeClass(ObjectNode json, LabelClass label) {
    json.put("index", label.index()).put("name", label.name());
    json.put("colour", "#%06X".formatted(label.displayRgb()));
    if (label.retired()) {
      json.put("retired", true);
    }
    if (label.isMerged()) {
      json.put("mergedInto", label.mergedInto());
    }
  }

  private static void writeRoot(ObjectNode json, ImageRoot root, Path home) {
    json.put("name", root.name());
    StoredPath.write(json.putObject("folder"), home, root.folder());
    root.givenMasks().ifPresent(m -> StoredPath.write(json.putObject("givenMasks"), home, m));
    if (!root.image().equals(ImageSettings.DEFAULT)) {
      ImageSettingsJson.write(json.putObject(IMAGE), root.image());
    }
  }

  static ProjectContent read(JsonObject json, Path home) throws DataException {
    List<LabelClass> classes = new ArrayList<>();
    for (JsonObject label : json.objects("classes", LabelScheme.MAX_CLASSES)) {
      classes.add(readClass(label));
    }
    List<ImageRoot> roots = new ArrayList<>();
    for (JsonObject root : json.objects("roots", Roots.MAX_ROOTS)) {
      roots.add(readRoot(root, home));
    }
    return new ProjectContent(
        LabelScheme.of(classes), Roots.of(roots), readSettings(json.object("settings")));
  }

  private static LabelClass readClass(JsonObject json) throws DataException {
    int index = (int) json.integer("index", 0, LabelScheme.MAX_CLASSES - 1);
    String colour = json.text("colour", 7);
    if (!colour.matches("#[0-9A-Fa-f]{6}")) {
      throw json.unexpected("colour", "a colour such as #A0B0C0");
    }
    return new LabelClass(
        index,
        json.text("name", MAX_TEXT),
        Integer.parseInt(colour.substring(1), 16),
        json.flag("retired"),
        json.has("mergedInto")
            ? (int) json.integer("mergedInto", 0, LabelScheme.MAX_CLASSES - 1)
            : index);
  }

  private static ImageRoot readRoot(JsonObject json, Path home) throws DataException {
    Optional<Path> masks =
        json.has("givenMasks")
            ? Optional.of(StoredPath.read(json.object("givenMasks"), home))
            : Optional.empty();
    return new ImageRoot(
        json.text("name", MAX_TEXT),
        StoredPath.read(json.object("folder"), home),
        masks,
        json.has(IMAGE) ? ImageSettingsJson.read(json.object(IMAGE)) : ImageSettings.DEFAULT);
  }

  private static ProjectSettings readSettings(JsonObject json) throws DataException {
    RestOnDone rest =
        RestOnDone.byId(json.text("restOnDone", MAX_TEXT))
            .orElseThrow(() -> json.unexpected("restOnDone", "ask, background or unlabelled"));
    return new ProjectSettings(
        rest,
        json.integer("maxPixels", 1, LabelMask.MAX_PIXELS),
        json.integer("maxJournalBytes", 0, Long.MAX_VALUE));
  }
}
