package org.maskwright.network.refine;

import java.util.stream.IntStream;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.task.Progress;
import org.maskwright.network.layer.FastExp;

/**
 * A conditional random field in which every pixel is tied to every other one (Krähenbühl and
 * Koltun), solved by mean field: labels follow the network's scores, and the more so those of
 * pixels that are near or look alike.
 */
public final class DenseCrf {

  private static final int PIECE = 1024;

  private final CrfSettings settings;

  public DenseCrf(CrfSettings settings) {
    this.settings = settings;
  }

  /**
   * Refines scores.
   *
   * @param scores pixel by pixel, class by class, as the network gives them
   * @return probabilities in the same order
   */
  public float[] refine(Pixels image, float[] scores, int classes, Progress progress) {
    PermutohedralLattice near = new PermutohedralLattice(nearness(image), 2);
    progress.checkCancelled();
    PermutohedralLattice like = new PermutohedralLattice(likeness(image), 5);
    float[] beliefs = scores.clone();
    toProbabilities(beliefs, classes);
    float[] nearPull = new float[scores.length];
    float[] likePull = new float[scores.length];
    for (int round = 0; round < settings.iterations(); round++) {
      progress.checkCancelled();
      progress.report("refine", round, settings.iterations());
      near.filter(beliefs, nearPull, classes);
      like.filter(beliefs, likePull, classes);
      believe(scores, nearPull, likePull, beliefs);
      toProbabilities(beliefs, classes);
    }
    return beliefs;
  }

  private void believe(float[] scores, float[] nearPull, float[] likePull, float[] beliefs) {
    float nearWeight = (float) settings.nearWeight();
    float likeWeight = (float) settings.likeWeight();
    for (int i = 0; i < beliefs.length; i++) {
      beliefs[i] = scores[i] + nearWeight * nearPull[i] + likeWeight * likePull[i];
    }
  }

  private static void toProbabilities(float[] scores, int classes) {
    int pixels = scores.length / classes;
    IntStream.range(0, (pixels + PIECE - 1) / PIECE)
        .parallel()
        .forEach(
            piece -> {
              int end = Math.min(pixels, (piece + 1) * PIECE);
              for (int pixel = piece * PIECE; pixel < end; pixel++) {
                softmax(scores, pixel * classes, classes);
              }
            });
  }

  private static void softmax(float[] scores, int at, int classes) {
    float greatest = scores[at];
    for (int c = 1; c < classes; c++) {
      greatest = Math.max(greatest, scores[at + c]);
    }
    float sum = 0;
    for (int c = 0; c < classes; c++) {
      scores[at + c] = FastExp.of(scores[at + c] - greatest);
      sum += scores[at + c];
    }
    for (int c = 0; c < classes; c++) {
      scores[at + c] /= sum;
    }
  }

  private float[] nearness(Pixels image) {
    float[] features = new float[image.width() * image.height() * 2];
    for (int i = 0; i < features.length / 2; i++) {
      int row = i / image.width();
      features[2 * i] = (float) (i % image.width() / settings.nearReach());
      features[2 * i + 1] = (float) (row / settings.nearReach());
    }
    return features;
  }

  private float[] likeness(Pixels image) {
    float[] features = new float[image.width() * image.height() * 5];
    for (int i = 0; i < features.length / 5; i++) {
      int rgb = image.argb()[i];
      int row = i / image.width();
      features[5 * i] = (float) (i % image.width() / settings.likeReach());
      features[5 * i + 1] = (float) (row / settings.likeReach());
      features[5 * i + 2] = (float) ((rgb >> 16 & 0xFF) / settings.likeColour());
      features[5 * i + 3] = (float) ((rgb >> 8 & 0xFF) / settings.likeColour());
      features[5 * i + 4] = (float) ((rgb & 0xFF) / settings.likeColour());
    }
    return features;
  }
}
