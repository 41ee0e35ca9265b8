package org.maskwright.protocol.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageSettingsJson;

/** A snapshot as a file, the same bytes for the same snapshot; read as hostile. */
public final class SnapshotJson {

  /** Longer lists are no snapshot of ours. */
  public static final long MAX_BYTES = 64L << 20;

  private static final int SCHEMA = 1;
  private static final int MAX_ITEMS = 500_000;
  private static final int MAX_TEXT = 5000;
  private static final int MAX_RGB = 0xFFFFFF;

  private SnapshotJson() {}

  static byte[] write(Snapshot snapshot) throws IOException {
    ObjectNode json = JsonFile.newObject();
    json.put("schema", SCHEMA);
    ArrayNode classes = json.putArray("classes");
    for (LabelClass label : snapshot.classes().classes()) {
      classes.addObject().put("name", label.name()).put("rgb", label.displayRgb());
    }
    ArrayNode items = json.putArray("items");
    for (Snapshot.Item item : snapshot.items()) {
      ObjectNode node = items.addObject();
      node.put("name", item.name()).put("split", item.split().id());
      node.put("image", item.image()).put("page", item.page()).put("mask", item.mask());
      if (!item.view().equals(ImageSettings.DEFAULT)) {
        ImageSettingsJson.write(node.putObject("view"), item.view());
      }
    }
    return JsonFile.bytes(json);
  }

  public static Snapshot read(byte[] content, String name) throws IOException {
    JsonObject json = JsonFile.parse(content, name);
    if (json.integer("schema", 1, Integer.MAX_VALUE) > SCHEMA) {
      throw DataException.of(SnapshotProblem.NEWER);
    }
    List<LabelClass> classes = new ArrayList<>();
    for (JsonObject label : json.objects("classes", LabelScheme.MAX_CLASSES)) {
      int index = classes.size();
      int rgb = (int) label.integer("rgb", 0, MAX_RGB);
      classes.add(new LabelClass(index, label.text("name", MAX_TEXT), rgb, false, index));
    }
    List<Snapshot.Item> items = new ArrayList<>();
    for (JsonObject item : json.objects("items", MAX_ITEMS)) {
      items.add(item(item));
    }
    return new Snapshot(LabelScheme.of(classes), items);
  }

  private static Snapshot.Item item(JsonObject json) throws DataException {
    return new Snapshot.Item(
        json.text("name", MAX_TEXT),
        Split.byId(json.text("split", MAX_TEXT))
            .orElseThrow(() -> json.unexpected("split", "a split")),
        hash(json, "image"),
        (int) json.integer("page", 0, Integer.MAX_VALUE),
        json.has("view") ? ImageSettingsJson.read(json.object("view")) : ImageSettings.DEFAULT,
        hash(json, "mask"));
  }

  private static String hash(JsonObject json, String key) throws DataException {
    String hash = json.text(key, MAX_TEXT);
    if (!Sha256.isName(hash)) {
      throw json.unexpected(key, "a hash");
    }
    return hash;
  }
}
