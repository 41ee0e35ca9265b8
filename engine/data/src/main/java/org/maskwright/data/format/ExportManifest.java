package org.maskwright.data.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.io.RealDisk;

/**
 * The note that lies in every export: that it is one, of which format, and which image a name
 * stands for where the format has no room for folders.
 */
public final class ExportManifest {

  public static final String FILE = "maskwright-export.json";

  private static final int VERSION = 1;
  private static final long MAX_BYTES = 1L << 30;
  private static final int MAX_IMAGES = 10_000_000;
  private static final int MAX_PATH = 4096;

  private ExportManifest() {}

  static void write(Path folder, ExportPlan plan, List<DatasetItem> items, DatasetWriter writer)
      throws IOException {
    ObjectNode manifest = JsonFile.newObject();
    manifest.put("version", VERSION);
    manifest.put("format", plan.format().id());
    ObjectNode options = manifest.putObject("options");
    plan.format().options().forEach(o -> options.put(o.key(), plan.options().get(o.key())));
    ArrayNode classes = manifest.putArray("classes");
    for (ExportClasses.Entry entry : plan.classes().entries()) {
      classes.addObject().put("id", entry.id()).put("name", entry.name());
    }
    ArrayNode images = manifest.putArray("images");
    for (DatasetItem item : items) {
      images.addObject().put("name", writer.nameOf(item)).put("path", item.path());
    }
    JsonFile.write(RealDisk.INSTANCE, folder.resolve(FILE), manifest);
  }

  /** The format of an export of ours; nothing if the folder is none. */
  public static Optional<String> format(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return Files.isRegularFile(file)
        ? Optional.of(JsonFile.read(RealDisk.INSTANCE, file, MAX_BYTES).text("format", MAX_PATH))
        : Optional.empty();
  }

  /** Which image a name in the files stands for; nothing if the folder is no export of ours. */
  public static Map<String, String> pathsByName(Path folder) throws IOException {
    Map<String, String> paths = new HashMap<>();
    Path file = folder.resolve(FILE);
    if (Files.isRegularFile(file)) {
      JsonObject manifest = JsonFile.read(RealDisk.INSTANCE, file, MAX_BYTES);
      for (JsonObject image : manifest.objects("images", MAX_IMAGES)) {
        String path = RelativePath.check(image.text("path", MAX_PATH), file);
        paths.put(image.text("name", MAX_PATH), path);
      }
    }
    return paths;
  }
}
