package org.maskwright.data.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;

/**
 * What looks like a slip in a mask, and where: areas that nobody decided, and specks.
 *
 * @param areas how many there are
 * @param pixels in all of them
 * @param places rectangles around the largest of them
 */
public record MaskFaults(long areas, long pixels, List<Region> places) {

  private static final int MAX_PLACES = 100;

  public MaskFaults {
    places = List.copyOf(places);
  }

  /** The connected areas that nobody decided. */
  public static MaskFaults unlabelled(LabelMask mask) {
    Components parts = Components.of(Runs.unlabelled(mask, mask.bounds()), Connectivity.FOUR);
    return of(List.of(parts), part -> true);
  }

  /** The connected parts of any class with fewer pixels than this. */
  public static MaskFaults specks(LabelMask mask, long pixels) {
    long[] counts = mask.histogram();
    List<Components> classes =
        IntStream.range(0, LabelMask.IGNORE)
            .filter(label -> counts[label] > 0)
            .mapToObj(label -> Components.ofLabel(mask, label, Connectivity.EIGHT))
            .toList();
    return of(classes, area -> area < pixels);
  }

  /** Decides by its size whether a part counts. */
  private interface SizeTest {
    boolean test(long pixels);
  }

  private record Place(long pixels, Region bounds) {}

  private static MaskFaults of(List<Components> all, SizeTest counts) {
    List<Place> found = new ArrayList<>();
    long pixels = 0;
    for (Components parts : all) {
      for (int part = 0; part < parts.count(); part++) {
        if (counts.test(parts.area(part))) {
          found.add(new Place(parts.area(part), parts.bounds(part)));
          pixels += parts.area(part);
        }
      }
    }
    List<Region> largest =
        found.stream()
            .sorted(Comparator.comparingLong(Place::pixels).reversed())
            .limit(MAX_PLACES)
            .map(Place::bounds)
            .toList();
    return new MaskFaults(found.size(), pixels, largest);
  }

  public boolean isNone() {
    return areas == 0;
  }
}
