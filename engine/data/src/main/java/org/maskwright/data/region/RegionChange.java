package org.maskwright.data.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;

/** What a command would change: which pixels become what. It can be shown before it is done. */
public record RegionChange(List<Part> parts) {

  /** Stands for pixels that nobody decided, beside the labels. */
  public static final int UNLABELLED = 256;

  public RegionChange {
    parts = List.copyOf(parts);
  }

  /**
   * Pixels that get the same label.
   *
   * @param label a label, {@link LabelMask#IGNORE} for void, or {@link #UNLABELLED}
   */
  public record Part(int label, Area area) {}

  /** A label as these parts count it, which tells void from unlabelled. */
  static int value(LabelMask mask, int index) {
    return mask.isUnlabelled(index) ? UNLABELLED : mask.labels()[index] & 0xFF;
  }

  /** The number of pixels. */
  public long count() {
    return parts.stream().mapToLong(part -> part.area().count()).sum();
  }

  /** A rectangle around all of it. */
  public Region bounds() {
    return parts.stream().map(part -> part.area().bounds()).reduce(Region.EMPTY, Region::union);
  }

  /** Collects changes row by row. */
  static final class Builder {

    private final List<Part> done = new ArrayList<>();
    private final Map<Integer, Runs.Builder> rows = new TreeMap<>();

    /** Adds a run, in the order of {@link Area#forEachRun} since the last {@link #part}. */
    void add(int y, int from, int to, int label) {
      rows.computeIfAbsent(label, key -> new Runs.Builder()).add(y, from, to);
    }

    void part(int label, Runs runs) {
      if (!runs.isEmpty()) {
        done.add(new Part(label, runs));
      }
    }

    /** Ends the rows so far; the next ones may start further up. */
    void endRows() {
      rows.forEach((label, builder) -> part(label, builder.build()));
      rows.clear();
    }

    RegionChange build() {
      endRows();
      return new RegionChange(done);
    }
  }
}
