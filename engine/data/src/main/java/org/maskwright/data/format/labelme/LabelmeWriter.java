package org.maskwright.data.format.labelme;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.DatasetWriter;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FlatNames;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.MaskLosses;
import org.maskwright.data.format.TextLines;
import org.maskwright.data.format.geometry.GeometryFinding;
import org.maskwright.data.format.geometry.MaskObjects;
import org.maskwright.data.format.geometry.ObjectLosses;
import org.maskwright.data.format.geometry.Outlines;
import org.maskwright.data.format.geometry.Polygon;
import org.maskwright.data.format.geometry.Ring;
import org.maskwright.data.format.geometry.Stencil;
import org.maskwright.data.format.json.JsonText;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.label.Region;

/**
 * Writes a labelme file for each image. What no shape covers is one thing on reading, so whichever
 * of background and void is the other thing is drawn as shapes, too.
 */
final class LabelmeWriter implements DatasetWriter {

  /** The versions whose files these are: later ones know masks. */
  private static final String POLYGON_VERSION = "5.1.1";

  private static final String MASK_VERSION = "5.5.0";

  private final ExportClasses classes;
  private final FlatNames names;
  private final FormatOptions options;

  LabelmeWriter(ExportClasses classes, List<DatasetItem> items, FormatOptions options) {
    this.classes = classes;
    this.names = FlatNames.mirrored(items);
    this.options = options;
  }

  private boolean masks() {
    return options.is(LabelmeFormat.SHAPES.key(), "masks");
  }

  @Override
  public void inspect(LabelledImage image, Findings findings) throws IOException {
    MaskLosses.inspect(image, classes, findings);
    MaskObjects objects = MaskObjects.of(image, classes, options);
    for (ExportClasses.Entry entry : objects.present()) {
      objects.forEach(
          entry.index(),
          (shape, object) -> {
            long holes = !masks() && Outlines.hasHoles(shape) ? 1 : 0;
            findings.add(GeometryFinding.HOLES_SPLIT, holes, image.item().path());
          });
    }
  }

  @Override
  public byte[] expected(LabelledImage image) {
    return MaskLosses.kept(image.mask(), classes);
  }

  @Override
  public void write(Path folder, LabelledImage image) throws IOException {
    Path file = folder.resolve(names.of(image.item()) + ".json");
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, JsonText.of(json -> file(json, image)) + "\n");
  }

  private void file(JsonGenerator json, LabelledImage image) throws IOException {
    Map<String, String> kept = kept(image.item());
    json.writeStartObject();
    json.writeStringField("version", masks() ? MASK_VERSION : POLYGON_VERSION);
    json.writeFieldName("flags");
    String flags = kept.remove("flags");
    json.writeRawValue(flags == null ? "{}" : flags);
    json.writeFieldName("shapes");
    json.writeStartArray();
    shapes(json, image);
    json.writeEndArray();
    json.writeStringField("imagePath", image.item().name());
    json.writeNullField("imageData");
    json.writeNumberField("imageHeight", image.mask().height());
    json.writeNumberField("imageWidth", image.mask().width());
    for (Map.Entry<String, String> other : kept.entrySet()) {
      json.writeFieldName(other.getKey());
      json.writeRawValue(other.getValue());
    }
    json.writeEndObject();
  }

  /** What an earlier file for this image says that has no place in a project. */
  private Map<String, String> kept(DatasetItem item) throws IOException {
    String folder = options.get(LabelmeFormat.KEEP.key());
    Path earlier = Path.of(folder).resolve(names.of(item) + ".json");
    boolean there = !folder.isEmpty() && Files.isRegularFile(earlier);
    return there ? LabelmeFile.read(earlier, false).otherKeys : new LinkedHashMap<>();
  }

  private void shapes(JsonGenerator json, LabelledImage image) throws IOException {
    MaskObjects objects = MaskObjects.of(image, classes, options);
    boolean drawVoid = ObjectLosses.restIsBackground(options);
    int other = drawVoid ? LabelMask.IGNORE : LabelScheme.BACKGROUND;
    int[] group = {MaskObjects.largestNumber(image)};
    if (objects.has(other)) {
      String name = drawVoid ? LabelmeFormat.VOID : LabelmeFormat.BACKGROUND;
      objects.forEach(other, (shape, object) -> object(json, name, shape, object, group));
    }
    for (ExportClasses.Entry entry : objects.present()) {
      objects.forEach(
          entry.index(), (shape, object) -> object(json, entry.name(), shape, object, group));
    }
  }

  /** One object: known ones keep their number, others get one if they fall into several shapes. */
  private void object(JsonGenerator json, String label, Stencil shape, int object, int[] group)
      throws IOException {
    if (masks()) {
      mask(json, label, shape, object);
      return;
    }
    List<Ring> rings = Outlines.withoutHoles(shape);
    int number = object != 0 ? object : rings.size() > 1 ? ++group[0] : 0;
    for (Ring ring : rings) {
      begin(json, label, ring.throughPixels(), number, "polygon");
      json.writeEndObject();
    }
  }

  private static void mask(JsonGenerator json, String label, Stencil shape, int object)
      throws IOException {
    Region box = shape.bounds();
    Polygon corners = new Polygon(box.x(), box.y(), box.right() - 1, box.bottom() - 1);
    begin(json, label, corners, object, "mask");
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    MaskPng.writeGrey(png, box.width(), box.height(), shape.bits());
    json.writeStringField("mask", Base64.getEncoder().encodeToString(png.toByteArray()));
    json.writeEndObject();
  }

  private static void begin(
      JsonGenerator json, String label, Polygon points, int group, String type) throws IOException {
    json.writeStartObject();
    json.writeStringField("label", label);
    json.writeFieldName("points");
    json.writeStartArray();
    for (int i = 0; i < points.size(); i++) {
      JsonText.numbers(json, new double[] {points.x(i), points.y(i)});
    }
    json.writeEndArray();
    json.writeFieldName("group_id");
    if (group == 0) {
      json.writeNull();
    } else {
      json.writeNumber(group);
    }
    json.writeStringField("description", "");
    json.writeStringField("shape_type", type);
    json.writeObjectFieldStart("flags");
    json.writeEndObject();
  }

  @Override
  public void finish(Path folder) throws IOException {
    List<String> labels = new ArrayList<>();
    labels.add(LabelmeFormat.VOID);
    labels.add(LabelmeFormat.BACKGROUND);
    for (ExportClasses.Entry entry : classes.entries()) {
      if (entry.index() != LabelScheme.BACKGROUND) {
        labels.add(entry.name());
      }
    }
    TextLines.write(folder.resolve(LabelmeFormat.LABELS), labels);
  }

  @Override
  public String imagePath(DatasetItem item) {
    return item.path();
  }
}
