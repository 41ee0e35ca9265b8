package org.maskwright.network.refine;

import java.util.List;
import java.util.stream.Stream;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.task.Progress;

/**
 * A conditional random field in which every pixel is tied to every other one (Krähenbühl and
 * Koltun), solved by mean field: labels follow the network's scores, and the more so those of
 * pixels that are near or look alike.
 */
public final class DenseCrf {

  private static final int NEAR_FEATURES = 2;
  private static final int LIKE_FEATURES = 5;

  private final int iterations;
  private final List<PermutohedralLattice> lattices;

  /** A field over the pixels of an image, for the scores of as many networks as there are. */
  public DenseCrf(Pixels image, CrfSettings settings) {
    iterations = settings.iterations();
    lattices =
        Stream.of(NEAR_FEATURES, LIKE_FEATURES)
            .parallel()
            .map(features -> lattice(image, settings, features))
            .toList();
  }

  private static PermutohedralLattice lattice(Pixels image, CrfSettings settings, int features) {
    return features == NEAR_FEATURES
        ? new PermutohedralLattice(
            nearness(image, settings.nearReach()), features, settings.nearWeight())
        : new PermutohedralLattice(likeness(image, settings), features, settings.likeWeight());
  }

  /**
   * Refines scores.
   *
   * @param scores pixel by pixel, class by class, as the network gives them
   * @return scores in the same order; their softmax is what the field believes
   */
  public float[] refine(float[] scores, int classes, Progress progress) {
    PossibleClasses possible = PossibleClasses.of(scores, classes);
    float[] refined = solve(possible.pick(scores), possible.count(), progress);
    return possible.replace(scores, refined);
  }

  private float[] solve(float[] scores, int classes, Progress progress) {
    List<PermutohedralLattice.Filter> pulls =
        lattices.stream().map(lattice -> lattice.new Filter(classes)).toList();
    float[] refined = scores.clone();
    Rows beliefs = Rows.of(scores.length / classes, classes);
    for (int round = 0; round < iterations; round++) {
      progress.checkCancelled();
      Beliefs.of(refined, beliefs, classes);
      pulls.forEach(pull -> pull.take(beliefs));
      pull(scores, pulls, refined, classes);
    }
    return refined;
  }

  /** What the network says, and what all other pixels say. */
  private static void pull(
      float[] scores, List<PermutohedralLattice.Filter> pulls, float[] refined, int classes) {
    Pieces.each(
        scores.length / classes,
        (from, to) -> {
          Rows one = Rows.of(1, classes);
          for (int pixel = from; pixel < to; pixel++) {
            System.arraycopy(scores, pixel * classes, one.values(), 0, classes);
            for (PermutohedralLattice.Filter pull : pulls) {
              pull.addTo(one, pixel);
            }
            System.arraycopy(one.values(), 0, refined, pixel * classes, classes);
          }
        });
  }

  private static float[] nearness(Pixels image, double reach) {
    float[] features = new float[image.width() * image.height() * NEAR_FEATURES];
    for (int i = 0; i < features.length / NEAR_FEATURES; i++) {
      int row = i / image.width();
      features[NEAR_FEATURES * i] = (float) (i % image.width() / reach);
      features[NEAR_FEATURES * i + 1] = (float) (row / reach);
    }
    return features;
  }

  private static float[] likeness(Pixels image, CrfSettings settings) {
    float[] features = new float[image.width() * image.height() * LIKE_FEATURES];
    for (int i = 0; i < features.length / LIKE_FEATURES; i++) {
      int rgb = image.argb()[i];
      int row = i / image.width();
      int at = LIKE_FEATURES * i;
      features[at] = (float) (i % image.width() / settings.likeReach());
      features[at + 1] = (float) (row / settings.likeReach());
      features[at + 2] = (float) ((rgb >> 16 & 0xFF) / settings.likeColour());
      features[at + 3] = (float) ((rgb >> 8 & 0xFF) / settings.likeColour());
      features[at + 4] = (float) ((rgb & 0xFF) / settings.likeColour());
    }
    return features;
  }
}
