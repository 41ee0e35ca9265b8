package org.maskwright.app.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.project.ImageId;
import org.maskwright.protocol.snapshot.SnapshotWriter;

/**
 * What a training would use.
 *
 * @param images those that count, with what they are for
 * @param heldOutUnready images that are held out, but whose masks do not count yet
 * @param revision of the split; 0 if there is none
 * @param classes that a person may see in the project
 */
record Plan(
    Choices choices,
    Map<ImageId, Split> images,
    int heldOutUnready,
    int revision,
    List<ClassLine> classes) {

  /** From fewer regions a network hardly learns a class. */
  private static final int FEW_REGIONS = 10;

  Plan {
    images = Map.copyOf(images);
    classes = List.copyOf(classes);
  }

  /**
   * What a person chose about the data.
   *
   * @param ready whether images count that are done but not verified
   * @param modelPixels whether pixels count that a model proposed and nobody verified
   * @param leftOut classes of the project that are not learned
   */
  record Choices(boolean ready, boolean modelPixels, Set<Integer> leftOut) {

    Choices {
      leftOut = Set.copyOf(leftOut);
    }

    SnapshotWriter.Choices snapshot() {
      return new SnapshotWriter.Choices(!ready, modelPixels);
    }
  }

  /**
   * A class of the project.
   *
   * @param regions connected parts of it in the images that are learned from
   * @param images that show it
   * @param modelClass the class of the model that it is; empty for one that the model gets
   */
  record ClassLine(
      int index,
      String name,
      int rgb,
      long regions,
      int images,
      Optional<String> modelClass,
      boolean leftOut) {

    boolean isScarce() {
      return !leftOut && regions > 0 && regions < FEW_REGIONS;
    }

    boolean isMissing() {
      return !leftOut && regions == 0;
    }
  }

  /** Why a training cannot begin. */
  enum Obstacle {
    NO_SPLIT,
    NO_HOLDOUT,
    HOLDOUT_UNREADY,
    NOTHING,
    EMPTY_CLASS
  }

  int count(Split split) {
    return (int) images.values().stream().filter(split::equals).count();
  }

  /** Images that are learned from or asked while learning. */
  int learned() {
    return count(Split.TRAIN) + count(Split.VAL);
  }

  List<ClassLine> taught() {
    return classes.stream().filter(line -> !line.leftOut()).toList();
  }

  Optional<Obstacle> obstacle() {
    if (revision == 0) {
      return Optional.of(Obstacle.NO_SPLIT);
    }
    if (count(Split.HOLDOUT) == 0) {
      return Optional.of(heldOutUnready > 0 ? Obstacle.HOLDOUT_UNREADY : Obstacle.NO_HOLDOUT);
    }
    // One image is learned from, and another one asked meanwhile.
    if (learned() < 2) {
      return Optional.of(Obstacle.NOTHING);
    }
    return classes.stream().anyMatch(ClassLine::isMissing)
        ? Optional.of(Obstacle.EMPTY_CLASS)
        : Optional.empty();
  }
}
