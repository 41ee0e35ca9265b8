package org.maskwright.data.format.coco;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.DatasetWriter;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.InstanceMap;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.geometry.GeometryFinding;
import org.maskwright.data.format.geometry.MaskObjects;
import org.maskwright.data.format.geometry.ObjectLosses;
import org.maskwright.data.format.geometry.Outlines;
import org.maskwright.data.format.geometry.Ring;
import org.maskwright.data.format.geometry.Stencil;
import org.maskwright.data.format.json.JsonText;
import org.maskwright.data.label.Region;

/** Writes a COCO dataset, one file a split. */
final class CocoWriter implements DatasetWriter {

  /** A field of our own: the number by which an object was told apart within its image. */
  static final String NUMBER = "instance_id";

  private final ExportClasses classes;
  private final FormatOptions options;
  private final Map<String, CocoFileWriter> files = new TreeMap<>();

  CocoWriter(ExportClasses classes, FormatOptions options) {
    this.classes = classes;
    this.options = options;
  }

  @Override
  public void inspect(LabelledImage image, Findings findings) throws IOException {
    ObjectLosses.inspect(image, classes, options, findings);
    String path = image.item().path();
    InstanceMap instances = image.instances();
    if (instances != null && options.is(MaskObjects.OPTION.key(), "classes")) {
      findings.add(CommonFinding.INSTANCES_LOST, instances.count(), path);
    }
    if (options.is(CocoFormat.SHAPES.key(), "polygons")) {
      MaskObjects objects = MaskObjects.of(image, classes, options);
      for (ExportClasses.Entry entry : objects.present()) {
        objects.forEach(
            entry.index(),
            (shape, object) ->
                findings.add(GeometryFinding.HOLES_SPLIT, Outlines.hasHoles(shape) ? 1 : 0, path));
      }
    }
  }

  @Override
  public byte[] expected(LabelledImage image) {
    return ObjectLosses.expected(image, classes, options);
  }

  @Override
  public void write(Path folder, LabelledImage image) throws IOException {
    CocoFileWriter file = files.get(image.item().split());
    if (file == null) {
      Path path = folder.resolve(CocoLayout.fileName(image.item().split()));
      Files.createDirectories(path.toAbsolutePath().getParent());
      file = CocoFileWriter.begin(path, classes);
      files.put(image.item().split(), file);
    }
    int width = image.mask().width();
    int height = image.mask().height();
    long imageId = file.addImage(image.item().path(), width, height);
    MaskObjects objects = MaskObjects.of(image, classes, options);
    int[] last = {MaskObjects.largestNumber(image)};
    for (ExportClasses.Entry entry : objects.present()) {
      CocoFileWriter target = file;
      objects.forEach(
          entry.index(),
          (shape, object) ->
              target.addObject(
                  json -> {
                    json.writeNumberField("image_id", imageId);
                    json.writeNumberField("category_id", entry.id());
                    if (image.instances() != null) {
                      json.writeNumberField(NUMBER, object == 0 ? ++last[0] : object);
                    }
                    object(json, shape, width, height);
                  }));
    }
  }

  private void object(JsonGenerator json, Stencil shape, int width, int height) throws IOException {
    Region box = shape.bounds();
    json.writeNumberField("iscrowd", 0);
    json.writeNumberField("area", shape.count());
    json.writeFieldName("bbox");
    json.writeArray(new int[] {box.x(), box.y(), box.width(), box.height()}, 0, 4);
    json.writeFieldName("segmentation");
    String shapes = options.get(CocoFormat.SHAPES.key());
    boolean polygons =
        shapes.equals("polygons")
            || (shapes.equals("polygons-or-rle") && !Outlines.hasHoles(shape));
    if (polygons) {
      json.writeStartArray();
      for (Ring ring : Outlines.withoutHoles(shape)) {
        JsonText.numbers(json, ring.onEdges().xy());
      }
      json.writeEndArray();
    } else {
      runs(json, CocoRle.encode(shape, width, height), shapes.equals("rle-uncompressed"));
    }
  }

  private static void runs(JsonGenerator json, CocoRle rle, boolean plain) throws IOException {
    json.writeStartObject();
    json.writeFieldName("size");
    json.writeArray(new int[] {rle.height(), rle.width()}, 0, 2);
    json.writeFieldName("counts");
    if (plain) {
      json.writeArray(rle.counts(), 0, rle.counts().length);
    } else {
      json.writeString(RleText.write(rle));
    }
    json.writeEndObject();
  }

  @Override
  public void finish(Path folder) throws IOException {
    for (CocoFileWriter file : files.values()) {
      file.finish();
    }
  }

  @Override
  public String imagePath(DatasetItem item) {
    return CocoLayout.IMAGES + "/" + item.path();
  }
}
