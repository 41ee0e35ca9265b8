package org.maskwright.data.format.voc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.DatasetWriter;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FlatNames;
import org.maskwright.data.format.InstanceMap;
import org.maskwright.data.format.LabelMapFile;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.MaskFolder;
import org.maskwright.data.format.MaskLosses;
import org.maskwright.data.format.TextLines;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Palette;

/** Writes a VOC folder. */
final class VocWriter implements DatasetWriter {

  private static final int MAX_INSTANCES = 254;

  private final ExportClasses classes;
  private final MaskStyle style;
  private final List<DatasetItem> items;
  private final FlatNames names;

  VocWriter(ExportClasses classes, List<DatasetItem> items, MaskStyle style) {
    this.classes = classes;
    this.items = items;
    this.style = style;
    this.names = FlatNames.flat(items);
  }

  @Override
  public void inspect(LabelledImage image, Findings findings) {
    MaskLosses.inspect(image, classes, findings);
    style.inspect(image, findings);
    if (names.isLonger(image.item())) {
      findings.add(CommonFinding.RENAMED, image.item().path());
    }
    InstanceMap instances = image.instances();
    if (instances != null) {
      long lost = instances.count() - MAX_INSTANCES;
      findings.add(CommonFinding.INSTANCES_LOST, lost, image.item().path());
    }
  }

  @Override
  public byte[] expected(LabelledImage image) {
    return style.expected(image.mask());
  }

  @Override
  public @Nullable InstanceMap expectedInstances(LabelledImage image) {
    byte[] objects = objects(image.instances());
    if (objects == null) {
      return null;
    }
    int[] numbers = new int[objects.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = objects[i] & 0xFF;
    }
    return InstanceMap.of(image.mask().width(), image.mask().height(), numbers);
  }

  @Override
  public void write(Path folder, LabelledImage image) throws IOException {
    String file = names.of(image.item()) + ".png";
    LabelMask mask = image.mask();
    png(folder.resolve(VocLayout.CLASSES).resolve(file), mask, style.values(mask), style.palette());
    byte[] objects = objects(image.instances());
    if (objects != null) {
      png(folder.resolve(VocLayout.OBJECTS).resolve(file), mask, objects, Palette.voc());
    }
  }

  private static void png(Path file, LabelMask size, byte[] values, int[] palette)
      throws IOException {
    MaskFolder.write(file, new IndexedImage(size.width(), size.height(), values, palette));
  }

  /** Objects numbered from 1 in the order in which they are met; the 255th and later have none. */
  private static byte @Nullable [] objects(@Nullable InstanceMap instances) {
    if (instances == null) {
      return null;
    }
    Map<Integer, Integer> numbers = new LinkedHashMap<>();
    numbers.put(0, 0);
    int[] ids = instances.values();
    byte[] objects = new byte[ids.length];
    for (int i = 0; i < ids.length; i++) {
      Integer number = numbers.get(ids[i]);
      if (number == null && numbers.size() <= MAX_INSTANCES) {
        number = numbers.size();
        numbers.put(ids[i], number);
      }
      objects[i] = number == null ? 0 : number.byteValue();
    }
    return objects;
  }

  @Override
  public void finish(Path folder) throws IOException {
    LabelMapFile.write(folder.resolve(LabelMapFile.FILE), style.lines());
    writeLists(folder);
  }

  private void writeLists(Path folder) throws IOException {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (DatasetItem item : items) {
      String split = item.split();
      if (!split.isEmpty()) {
        lists.computeIfAbsent(split, s -> new ArrayList<>()).add(names.of(item));
      }
      if (style.isInCommonList(split)) {
        lists.computeIfAbsent(style.commonList(), s -> new ArrayList<>()).add(names.of(item));
      }
    }
    for (Map.Entry<String, List<String>> list : lists.entrySet()) {
      Path file = folder.resolve(VocLayout.LISTS).resolve(list.getKey() + ".txt");
      TextLines.write(file, list.getValue());
    }
  }

  @Override
  public String imagePath(DatasetItem item) {
    return VocLayout.IMAGES + "/" + names.of(item) + item.ending();
  }

  @Override
  public String nameOf(DatasetItem item) {
    return names.of(item);
  }

  @Override
  public Optional<String> maskPath(DatasetItem item) {
    return Optional.of(VocLayout.CLASSES + "/" + names.of(item) + ".png");
  }
}
