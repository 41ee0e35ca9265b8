package org.maskwright.network.predict;

import org.jspecify.annotations.Nullable;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.task.Progress;
import org.maskwright.network.layer.Floats;
import org.maskwright.network.refine.CrfSettings;
import org.maskwright.network.refine.DenseCrf;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Refines a network's scores of one image by a dense CRF at the image's own size, where borders are
 * sharp; a large image is made smaller for it, as memory allows. What depends on the image alone is
 * worked out once for all variants. For one thread.
 */
public final class Refinement {

  private static final double MOST_PIXELS = 1 << 20;
  private static final double MOST_SCORES = 1 << 24;

  private final CrfSettings settings;
  private final Pixels image;
  private @Nullable Field field;

  /** A field over the image as it was seen, and how large the network's scores were. */
  private record Field(Pixels seen, DenseCrf crf, long scoredWidth) {}

  public Refinement(CrfSettings settings, Pixels image) {
    this.settings = settings;
    this.image = image;
  }

  /**
   * Refines the scores of one variant.
   *
   * @param scores [1, row, column, class], at whatever size the network saw the image
   * @return the same, perhaps at another size; the caller closes it
   */
  INDArray refine(INDArray scores, Progress progress) {
    int classes = (int) scores.size(3);
    Field known = field(scores.size(2), classes);
    progress.checkCancelled();
    int width = known.seen().width();
    int height = known.seen().height();
    float[] refined = known.crf().refine(read(scores, width, height), classes, progress);
    INDArray result = Nd4j.createUninitializedDetached(DataType.FLOAT, 1, height, width, classes);
    Floats.write(result, 0, refined, refined.length);
    return result;
  }

  /** The likeliest class of each pixel of the image after that. */
  public byte[] classes(INDArray scores, Progress progress) {
    try (INDArray refined = refine(scores, progress)) {
      return Classes.of(refined, image.width(), image.height());
    }
  }

  private Field field(long scoredWidth, int classes) {
    Field known = field;
    if (known == null || known.scoredWidth() != scoredWidth) {
      double room = Math.min(MOST_PIXELS, MOST_SCORES / classes);
      double smaller = Math.min(1, Math.sqrt(room / image.bounds().area()));
      Pixels seen = InputImage.resized(image, smaller);
      CrfSettings scaled = settings.scaled(seen.width() / (double) scoredWidth);
      known = new Field(seen, new DenseCrf(seen, scaled), scoredWidth);
      field = known;
    }
    return known;
  }

  private static float[] read(INDArray scores, int width, int height) {
    ScoreRows rows = new ScoreRows(scores, width, height);
    float[] all = new float[width * height * rows.classes()];
    int length = width * rows.classes();
    rows.forEach(0, height, (row, y) -> System.arraycopy(row, 0, all, y * length, length));
    return all;
  }
}
