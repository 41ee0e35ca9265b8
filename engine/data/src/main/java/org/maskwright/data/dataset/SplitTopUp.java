package org.maskwright.data.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.maskwright.data.project.ImageId;

/**
 * Moves groups with rare classes from training to validation and test, once labels show which those
 * are. Nothing ever leaves the examination, the hold-out stays as it is, and training keeps at
 * least as many images of a class as it gives to either.
 */
final class SplitTopUp {

  private final SplitRecipe recipe;
  private final SplitDraw lots;
  private final Map<ImageId, Set<Integer>> classes;
  private final SortedMap<String, List<ImageId>> groups;
  private final SortedMap<ImageId, Split> images;
  private final List<ImageId> moved = new ArrayList<>();

  /**
   * Starts from a split.
   *
   * @param classes that each labelled image shows
   */
  SplitTopUp(
      SplitRecipe recipe,
      Map<ImageId, Set<Integer>> classes,
      SortedMap<String, List<ImageId>> groups,
      Map<ImageId, Split> images) {
    this.recipe = recipe;
    this.lots = new SplitDraw(recipe.shares(), recipe.seed());
    this.classes = classes;
    this.groups = groups;
    this.images = new TreeMap<>(images);
  }

  /** The images in order, with their new splits. */
  SortedMap<ImageId, Split> images() {
    return images;
  }

  List<ImageId> moved() {
    moved.sort(null);
    return moved;
  }

  void run() {
    List<Integer> rarestFirst =
        classes.values().stream()
            .flatMap(Set::stream)
            .distinct()
            .sorted(Comparator.<Integer>comparingLong(this::total).thenComparing(c -> c))
            .toList();
    for (int label : rarestFirst) {
      for (Split split : List.of(Split.VAL, Split.TEST)) {
        if (recipe.shares().of(split) > 0) {
          topUp(label, split);
        }
      }
    }
  }

  private long total(int label) {
    return classes.values().stream().filter(shown -> shown.contains(label)).count();
  }

  private long count(int label, Split split) {
    return images.entrySet().stream()
        .filter(entry -> entry.getValue() == split && shows(entry.getKey(), label))
        .count();
  }

  private boolean shows(ImageId image, int label) {
    return classes.getOrDefault(image, Set.of()).contains(label);
  }

  private void topUp(int label, Split split) {
    long missing = recipe.atLeast() - count(label, split);
    long inTraining = count(label, Split.TRAIN);
    for (String key : candidates(label)) {
      List<ImageId> group = groups.getOrDefault(key, List.of());
      long gain = group.stream().filter(image -> shows(image, label)).count();
      if (missing <= 0 || inTraining - gain < count(label, split) + gain) {
        return;
      }
      for (ImageId image : group) {
        images.put(image, split);
        moved.add(image);
      }
      missing -= gain;
      inTraining -= gain;
    }
  }

  /** Groups wholly in training that show the class, the smallest first, then by lot. */
  private List<String> candidates(int label) {
    return groups.entrySet().stream()
        .filter(group -> group.getValue().stream().allMatch(i -> images.get(i) == Split.TRAIN))
        .filter(group -> group.getValue().stream().anyMatch(i -> shows(i, label)))
        .sorted(
            Comparator.<Map.Entry<String, List<ImageId>>>comparingInt(g -> g.getValue().size())
                .thenComparingLong(group -> lots.lot(group.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }
}
