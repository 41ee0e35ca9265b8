package org.maskwright.data.dataset;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.maskwright.data.project.ImageId;

/**
 * One state of a project's split, with what is needed to draw it again.
 *
 * @param number from 1; a revision is never changed, the next one is written beside it
 * @param moved images that an earlier revision had in another split: models trained before have
 *     seen them
 */
public record SplitRevision(
    int number,
    Origin origin,
    SplitRecipe recipe,
    SortedMap<ImageId, Split> images,
    List<ImageId> moved) {

  /** Where a revision comes from. */
  public enum Origin {
    /** Lists that came with the images. */
    LISTS,
    DRAWN,
    /** Rare classes got more images to be asked about. */
    TOPPED_UP
  }

  public SplitRevision {
    images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
    moved = List.copyOf(moved);
  }

  /** The split of an image; none if it came later. */
  public Optional<Split> of(ImageId image) {
    return Optional.ofNullable(images.get(image));
  }

  /** How many images each split has. */
  public Map<Split, Long> counts() {
    Map<Split, Long> counts = new EnumMap<>(Split.class);
    images.values().forEach(split -> counts.merge(split, 1L, Long::sum));
    return counts;
  }
}
