package org.maskwright.data.format.yolo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.DatasetWriter;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FlatNames;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.InstanceMap;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.TextLines;
import org.maskwright.data.format.geometry.GeometryFinding;
import org.maskwright.data.format.geometry.MaskObjects;
import org.maskwright.data.format.geometry.ObjectLosses;
import org.maskwright.data.format.geometry.Outlines;
import org.maskwright.data.format.geometry.Ring;
import org.maskwright.data.label.LabelScheme;

/** Writes a YOLO dataset. Class numbers count from 0 without gaps, as its programs want them. */
final class YoloWriter implements DatasetWriter {

  private static final String NO_SPLIT = "train";

  private final ExportClasses classes;
  private final FormatOptions options;
  private final FlatNames names;
  private final List<ExportClasses.Entry> numbered;
  private final List<String> sizes = new ArrayList<>();
  private final Set<String> splits = new TreeSet<>();

  YoloWriter(ExportClasses classes, List<DatasetItem> items, FormatOptions options) {
    this.classes = classes;
    this.options = options;
    this.names = FlatNames.flat(items);
    this.numbered =
        classes.entries().stream()
            .filter(entry -> entry.index() != LabelScheme.BACKGROUND)
            .sorted(Comparator.comparingInt(ExportClasses.Entry::id))
            .toList();
  }

  @Override
  public void inspect(LabelledImage image, Findings findings) throws IOException {
    ObjectLosses.inspect(image, classes, options, findings);
    String path = image.item().path();
    if (names.isLonger(image.item())) {
      findings.add(CommonFinding.RENAMED, path);
    }
    InstanceMap instances = image.instances();
    if (instances != null) {
      findings.add(CommonFinding.INSTANCES_LOST, instances.count(), path);
    }
    MaskObjects objects = MaskObjects.of(image, classes, options);
    for (ExportClasses.Entry entry : objects.present()) {
      objects.forEach(
          entry.index(),
          (shape, object) -> {
            int pieces = Outlines.withoutHoles(shape).size();
            findings.add(GeometryFinding.HOLES_SPLIT, Outlines.hasHoles(shape) ? 1 : 0, path);
            findings.add(GeometryFinding.OBJECTS_SPLIT, pieces > 1 ? 1 : 0, path);
          });
    }
  }

  @Override
  public byte[] expected(LabelledImage image) {
    return ObjectLosses.expected(image, classes, options);
  }

  private static String split(DatasetItem item) {
    return item.split().isEmpty() ? NO_SPLIT : item.split();
  }

  private String labelPath(DatasetItem item) {
    return YoloFormat.LABELS + "/" + split(item) + "/" + names.of(item) + ".txt";
  }

  @Override
  public void write(Path folder, LabelledImage image) throws IOException {
    int width = image.mask().width();
    int height = image.mask().height();
    List<String> lines = new ArrayList<>();
    MaskObjects objects = MaskObjects.of(image, classes, options);
    for (int number = 0; number < numbered.size(); number++) {
      int index = numbered.get(number).index();
      int classNumber = number;
      if (objects.has(index)) {
        objects.forEach(
            index,
            (shape, object) -> {
              for (Ring ring : Outlines.withoutHoles(shape)) {
                lines.add(YoloLine.write(classNumber, ring, width, height));
              }
            });
      }
    }
    String file = labelPath(image.item());
    TextLines.write(folder.resolve(file), lines);
    splits.add(split(image.item()));
    sizes.add(width + " " + height + " " + file);
  }

  @Override
  public void finish(Path folder) throws IOException {
    List<String> settings = new ArrayList<>();
    for (String split : splits) {
      // A trainer wants the folder to be there even if the images stay elsewhere.
      Files.createDirectories(folder.resolve(YoloFormat.IMAGES).resolve(split));
      settings.add(
          YamlText.quoted(split) + ": " + YamlText.quoted(YoloFormat.IMAGES + "/" + split));
    }
    settings.add("nc: " + numbered.size());
    settings.add("names:");
    for (int number = 0; number < numbered.size(); number++) {
      settings.add("  " + number + ": " + YamlText.quoted(numbered.get(number).name()));
    }
    TextLines.write(folder.resolve(YoloFormat.SETTINGS), settings);
    TextLines.write(folder.resolve(YoloFormat.SIZES), sizes);
  }

  @Override
  public String imagePath(DatasetItem item) {
    return YoloFormat.IMAGES + "/" + split(item) + "/" + names.of(item) + item.ending();
  }

  @Override
  public String nameOf(DatasetItem item) {
    return names.of(item);
  }
}
