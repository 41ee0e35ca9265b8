package org.maskwright.data.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.maskwright.data.project.ImageId;

/**
 * Deals groups of images out to the splits, so that each split gets its share of the whole and of
 * every trait: of the images of a folder, and of those that show a class. Which group goes where
 * depends on the seed and on the images, not on the order in which they come.
 */
final class SplitDraw {

  /** A trait that every image has. */
  private static final String ALL = "";

  private final SplitShares shares;
  private final long seed;
  private final Map<String, Count> counts = new HashMap<>();

  SplitDraw(SplitShares shares, long seed) {
    this.shares = shares;
    this.seed = seed;
  }

  /** What a trait has in all, and in each split. */
  private static final class Count {
    private long all;
    private final Map<Split, Long> of = new EnumMap<>(Split.class);

    void add(Split split) {
      all++;
      of.merge(split, 1L, Long::sum);
    }

    /** How far a split is above its share, were so many more images dealt out. */
    double surplus(Split split, double share, long more) {
      return of.getOrDefault(split, 0L) - share * (all + more);
    }
  }

  /**
   * Deals out what has no split yet.
   *
   * @param traits of each image
   * @param fixed images that stay where they are; what is in a group with them follows them
   */
  SortedMap<ImageId, Split> draw(
      SortedMap<String, List<ImageId>> groups,
      Map<ImageId, Set<String>> traits,
      Map<ImageId, Split> fixed) {
    SortedMap<ImageId, Split> drawn = new TreeMap<>();
    fixed.forEach((image, split) -> put(drawn, image, split, traits));
    List<String> open = new ArrayList<>();
    groups.forEach(
        (key, images) -> {
          if (!fixed.keySet().containsAll(images)) {
            open.add(key);
          }
        });
    Map<String, Long> frequency = frequency(groups, traits);
    open.sort(
        Comparator.<String>comparingLong(
                key -> rarest(traitsOf(groups.getOrDefault(key, List.of()), traits), frequency))
            .thenComparingLong(this::lot)
            .thenComparing(Comparator.naturalOrder()));
    for (String key : open) {
      List<ImageId> images = groups.getOrDefault(key, List.of());
      Split split = choose(images, traits, fixed);
      images.stream()
          .filter(image -> !fixed.containsKey(image))
          .forEach(image -> put(drawn, image, split, traits));
    }
    return drawn;
  }

  private static Map<String, Long> frequency(
      SortedMap<String, List<ImageId>> groups, Map<ImageId, Set<String>> traits) {
    Map<String, Long> frequency = new HashMap<>();
    groups
        .values()
        .forEach(
            images -> traitsOf(images, traits).forEach(t -> frequency.merge(t, 1L, Long::sum)));
    return frequency;
  }

  private static Set<String> traitsOf(List<ImageId> images, Map<ImageId, Set<String>> traits) {
    Set<String> all = new HashSet<>();
    images.forEach(image -> all.addAll(traits.getOrDefault(image, Set.of())));
    return all;
  }

  /** Groups with rare traits are dealt out first, while there is room for them everywhere. */
  private static long rarest(Set<String> traits, Map<String, Long> frequency) {
    return traits.stream()
        .mapToLong(trait -> frequency.getOrDefault(trait, 0L))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private void put(
      Map<ImageId, Split> drawn, ImageId image, Split split, Map<ImageId, Set<String>> traits) {
    drawn.put(image, split);
    count(ALL).add(split);
    traits.getOrDefault(image, Set.of()).forEach(trait -> count(trait).add(split));
  }

  private Count count(String trait) {
    return counts.computeIfAbsent(trait, t -> new Count());
  }

  private Split choose(
      List<ImageId> images, Map<ImageId, Set<String>> traits, Map<ImageId, Split> fixed) {
    Map<Split, Long> there = new EnumMap<>(Split.class);
    Map<String, Long> sizes = new HashMap<>();
    sizes.put(ALL, (long) images.size());
    for (ImageId image : images) {
      Split split = fixed.get(image);
      if (split != null) {
        there.merge(split, 1L, Long::sum);
      }
      traits.getOrDefault(image, Set.of()).forEach(trait -> sizes.merge(trait, 1L, Long::sum));
    }
    Split best = Split.TRAIN;
    double least = Double.POSITIVE_INFINITY;
    for (Split split : Split.values()) {
      double surplus = there.isEmpty() ? surplus(split, sizes) : -there.getOrDefault(split, 0L);
      if (surplus < least) {
        best = split;
        least = surplus;
      }
    }
    return best;
  }

  private double surplus(Split split, Map<String, Long> sizes) {
    double share = shares.of(split);
    if (share == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double surplus = 0;
    for (Map.Entry<String, Long> trait : sizes.entrySet()) {
      surplus += count(trait.getKey()).surplus(split, share, trait.getValue());
    }
    return surplus;
  }

  /** A number for a name that looks like chance and is the same on every machine. */
  long lot(String name) {
    long mixed = seed;
    for (int i = 0; i < name.length(); i++) {
      mixed = (mixed ^ name.charAt(i)) * 0x9E3779B97F4A7C15L;
      mixed ^= mixed >>> 29;
    }
    mixed *= 0xBF58476D1CE4E5B9L;
    return mixed ^ mixed >>> 32;
  }
}
