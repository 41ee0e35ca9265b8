package org.maskwright.data.format.geometry;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.FormatOption;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.InstanceMap;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.MaskLosses;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.region.Area;
import org.maskwright.data.region.Components;
import org.maskwright.data.region.Connectivity;
import org.maskwright.data.region.Runs;

/**
 * The objects of an image for formats that list objects: those that are told apart already, and for
 * the rest the connected regions of each class, or everything of a class at once.
 */
public final class MaskObjects {

  public static final FormatOption OPTION =
      new FormatOption(
          "objects",
          List.of("regions", "classes"),
          "On export, one object for each connected region (or known object), or one for a class.");

  private final LabelMask mask;
  private final byte[] labels;
  private final ExportClasses classes;
  private final @Nullable InstanceMap instances;
  private final boolean wholeClasses;

  private MaskObjects(LabelledImage image, ExportClasses classes, boolean wholeClasses) {
    this.mask = image.mask();
    this.labels = MaskLosses.kept(mask, classes);
    this.classes = classes;
    this.instances = image.instances();
    this.wholeClasses = wholeClasses;
  }

  public static MaskObjects of(LabelledImage image, ExportClasses classes, FormatOptions options) {
    return new MaskObjects(image, classes, options.is(OPTION.key(), "classes"));
  }

  /** Takes the objects one by one. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * Takes one object.
     *
     * @param object its number, or 0 if it was not told apart before
     */
    void visit(Stencil shape, int object) throws IOException;
  }

  /** The largest number by which an object of the image is known; 0 if none is. */
  public static int largestNumber(LabelledImage image) {
    InstanceMap instances = image.instances();
    return instances == null ? 0 : Arrays.stream(instances.values()).max().orElse(0);
  }

  /** The classes that occur, apart from the background. */
  public List<ExportClasses.Entry> present() {
    return classes.entries().stream()
        .filter(entry -> entry.index() != LabelScheme.BACKGROUND && has(entry.index()))
        .toList();
  }

  /** True if any pixel has this label. */
  public boolean has(int label) {
    byte wanted = (byte) label;
    for (byte value : labels) {
      if (value == wanted) {
        return true;
      }
    }
    return false;
  }

  /** All objects of a class, known ones first, then regions in reading order. */
  public void forEach(int label, Visitor visitor) throws IOException {
    byte wanted = (byte) label;
    Area rest = Runs.where(mask, mask.bounds(), i -> labels[i] == wanted);
    if (wholeClasses) {
      visitor.visit(Stencil.of(rest), 0);
      return;
    }
    Map<Integer, Runs.Builder> known = new TreeMap<>();
    if (instances != null) {
      rest = split(instances.values(), rest, known);
    }
    for (Map.Entry<Integer, Runs.Builder> object : known.entrySet()) {
      visitor.visit(Stencil.of(object.getValue().build()), object.getKey());
    }
    Components parts = Components.of(rest, Connectivity.EIGHT);
    for (int part = 0; part < parts.count(); part++) {
      visitor.visit(Stencil.of(parts.get(part)), 0);
    }
  }

  /** Sorts runs by the objects they belong to, and gives back what belongs to none. */
  private Runs split(int[] objects, Area area, Map<Integer, Runs.Builder> known) {
    Runs.Builder rest = new Runs.Builder();
    area.forEachRun(
        (y, from, to) -> {
          int x = from;
          while (x < to) {
            int object = objects[mask.index(x, y)];
            int end = x + 1;
            while (end < to && objects[mask.index(end, y)] == object) {
              end++;
            }
            Runs.Builder runs =
                object == 0 ? rest : known.computeIfAbsent(object, o -> new Runs.Builder());
            runs.add(y, x, end);
            x = end;
          }
        });
    return rest.build();
  }
}
