package org.maskwright.data.region;

import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/**
 * The commands that tidy a mask. They look and change nothing; what they would change is painted as
 * one step, where locks and rules have their say.
 */
public final class RegionCommands {

  /** The farthest that a region grows, shrinks or is smoothed over at once. */
  public static final int MAX_DISTANCE = 500;

  /** Below it, regions still touch across the line's corners. */
  private static final double THINNEST_CUT = 0.75;

  private static final String PHASE = "region";

  private final LabelMask mask;
  private final Scope scope;
  private final Progress progress;
  private final Region within;

  public RegionCommands(LabelMask mask, Scope scope, Progress progress) {
    this.mask = mask;
    this.scope = scope;
    this.progress = progress;
    this.within = scope.within().intersect(mask.bounds());
  }

  /**
   * Fills what a class surrounds. Of one class, whatever is inside; of all classes, only what
   * nobody decided, since a class inside another one is no hole in it.
   */
  public RegionChange fillHoles() {
    return eachClass(
        (label, changes) -> {
          Runs around = Runs.where(mask, within, i -> (mask.labels()[i] & 0xFF) != label);
          Components parts = Components.of(around, Connectivity.FOUR);
          changes.part(label, parts.select(part -> isHole(parts, part)));
        });
  }

  private boolean isHole(Components parts, int part) {
    Region bounds = parts.bounds(part);
    boolean enclosed =
        bounds.x() > within.x()
            && bounds.y() > within.y()
            && bounds.right() < within.right()
            && bounds.bottom() < within.bottom();
    return enclosed && (scope.label().isPresent() || isUnlabelled(parts.get(part)));
  }

  private boolean isUnlabelled(Runs runs) {
    boolean[] all = {true};
    runs.forEachRun(
        (y, from, to) -> {
          for (int x = from; x < to; x++) {
            all[0] &= mask.isUnlabelled(mask.index(x, y));
          }
        });
    return all[0];
  }

  /** Gives connected parts of fewer pixels than this to their surroundings. */
  public RegionChange removeSpecks(long pixels) {
    return eachClass(
        (label, changes) -> {
          Components parts = Components.ofLabel(mask, label, Connectivity.EIGHT);
          giveAway(
              parts,
              part -> parts.area(part) < pixels && within.contains(parts.bounds(part)),
              label,
              changes);
        });
  }

  /** Gives all connected parts but the largest to their surroundings. */
  public RegionChange keepLargest() {
    return eachClass(
        (label, changes) -> {
          Components parts = Components.of(Runs.ofLabel(mask, label, within), Connectivity.EIGHT);
          int largest = parts.largest();
          giveAway(parts, part -> part != largest, label, changes);
        });
  }

  private void giveAway(
      Components parts, Components.PartTest test, int label, RegionChange.Builder changes) {
    for (int part = 0; part < parts.count(); part++) {
      if (test.test(part)) {
        progress.checkCancelled();
        Surroundings.take(mask, parts.get(part), label, changes);
      }
    }
  }

  /** Extends the class by so many pixels in every direction. */
  public RegionChange grow(int pixels) {
    checkDistance(pixels);
    return eachClass(
        (label, changes) -> {
          Runs own = Runs.ofLabel(mask, label, within);
          Region reach = own.bounds().grow(pixels).intersect(within);
          Bitmap grown = new Bitmap(reach);
          grown.addGrown(own, pixels, progress);
          changes.part(label, inside(grown, reach, label, false));
        });
  }

  /** Takes so many pixels off the class's border; the edge of the image is none. */
  public RegionChange shrink(int pixels) {
    checkDistance(pixels);
    return eachClass(
        (label, changes) -> {
          Region reach = Runs.ofLabel(mask, label, within).bounds();
          Region around = reach.grow(pixels).intersect(mask.bounds());
          Bitmap lost = new Bitmap(reach);
          Runs others = Runs.where(mask, around, i -> (mask.labels()[i] & 0xFF) != label);
          lost.addGrown(others, pixels, progress);
          progress.checkCancelled();
          Surroundings.take(mask, inside(lost, reach, label, true), label, changes);
        });
  }

  private Runs inside(Bitmap bitmap, Region reach, int label, boolean ofClass) {
    int width = mask.width();
    return Runs.where(
        mask,
        reach,
        i ->
            (mask.labels()[i] & 0xFF) == label == ofClass && bitmap.contains(i % width, i / width));
  }

  private static void checkDistance(int pixels) {
    if (pixels < 1 || pixels > MAX_DISTANCE) {
      throw new IllegalArgumentException("not from 1 to " + MAX_DISTANCE + ": " + pixels);
    }
  }

  /** Gives each pixel the label that most have within so many pixels of it. */
  public RegionChange smooth(int pixels) {
    checkDistance(pixels);
    return new Smoothing(mask, scope, pixels).run(progress);
  }

  /** Gives every pixel that nobody decided to a class. */
  public RegionChange fillRest(int label) {
    RegionChange.Builder changes = new RegionChange.Builder();
    changes.part(label, Runs.unlabelled(mask, within));
    return changes.build();
  }

  /**
   * Cuts regions apart with a line of void.
   *
   * @param line as thick as the gap is to be; a line too thin to part anything is thickened
   */
  public RegionChange split(Dab line) {
    double radius = Math.max(THINNEST_CUT, line.radius());
    Dab cut = new Dab(line.fromX(), line.fromY(), line.toX(), line.toY(), radius);
    RegionChange.Builder changes = new RegionChange.Builder();
    cut.forEachRun(
        (y, from, to) -> {
          for (int x = Math.max(from, within.x()); x < Math.min(to, within.right()); x++) {
            if (within.contains(x, y) && isDecided(mask.label(x, y))) {
              changes.add(y, x, x + 1, LabelMask.IGNORE);
            }
          }
        });
    return changes.build();
  }

  private boolean isDecided(int label) {
    return label != LabelMask.IGNORE && scope.concerns(label);
  }

  /** Copies what was decided in another mask, or one class of it; the rest stays as it is. */
  public RegionChange copyFrom(LabelMask other) throws DataException {
    if (!mask.sameSize(other)) {
      throw DataException.of(
          RegionProblem.SIZE_DIFFERS, mask.width(), mask.height(), other.width(), other.height());
    }
    RegionChange.Builder changes = new RegionChange.Builder();
    for (int y = within.y(); y < within.bottom(); y++) {
      progress.checkCancelled();
      for (int x = within.x(); x < within.right(); x++) {
        int index = mask.index(x, y);
        int value = RegionChange.value(other, index);
        boolean decided = value != RegionChange.UNLABELLED && scope.concerns(value);
        if (decided && value != RegionChange.value(mask, index)) {
          changes.add(y, x, x + 1, value);
        }
      }
    }
    return changes.build();
  }

  private RegionChange eachClass(ClassCommand command) {
    RegionChange.Builder changes = new RegionChange.Builder();
    long done = 0;
    var labels = scope.labels(mask);
    for (int label : labels) {
      progress.checkCancelled();
      command.run(label, changes);
      progress.report(PHASE, ++done, labels.size());
    }
    return changes.build();
  }

  /** What a command does with one class. */
  @FunctionalInterface
  private interface ClassCommand {
    void run(int label, RegionChange.Builder changes);
  }
}
