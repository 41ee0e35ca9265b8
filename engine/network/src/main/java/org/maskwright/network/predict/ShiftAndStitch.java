package org.maskwright.network.predict;

import java.util.List;
import java.util.Optional;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.Alignment;
import org.maskwright.network.architecture.ScoreMap;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.layer.AxisTable;
import org.maskwright.network.layer.Enlargement;
import org.maskwright.network.layer.Floats;
import org.maskwright.network.refine.CrfSettings;
import org.maskwright.network.weights.model.LoadedModel;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Finer scores from a coarse network without upsampling: it sees the image f x f times, each time
 * shifted a little further to the right and down, and the answers are interlaced. The same as if
 * its last strides were left out and its filters spread instead, for f x f times the work.
 */
public final class ShiftAndStitch {

  private final LoadedModel model;
  private final Variant variant;
  private final int factor;

  /**
   * Shifts for one variant.
   *
   * @param factor how many shifts there are along each side; divides the variant's stride
   */
  public ShiftAndStitch(LoadedModel model, Variant variant, int factor) {
    if (!divides(factor, variant)) {
      throw new IllegalArgumentException(factor + " shifts at stride " + variant.stride());
    }
    this.model = model;
    this.variant = variant;
    this.factor = factor;
  }

  /** Whether a variant's cells can be split into so many parts a side. */
  public static boolean divides(int factor, Variant variant) {
    return factor >= 1 && variant.stride() % factor == 0;
  }

  /** The likeliest class of each pixel. */
  public byte[] classes(Pixels image, Optional<CrfSettings> refinement, Progress progress) {
    double scale = model.description().workingScale().of(image.width(), image.height());
    try (INDArray input = InputImage.of(image, scale, model.description().preprocessing());
        INDArray scores = scores(input, progress)) {
      return refinement.isPresent()
          ? new Refinement(refinement.get(), image).classes(scores, progress)
          : Classes.of(scores, image.width(), image.height());
    }
  }

  /** Scores of every pixel of an input, [1, row, column, class]; the caller closes them. */
  INDArray scores(INDArray input, Progress progress) {
    try (INDArray stitched = stitch(input, progress)) {
      return toPixels(stitched, (int) input.size(1), (int) input.size(2));
    }
  }

  /** The interlaced scores, [1, row, column, class]; the caller closes them. */
  INDArray stitch(INDArray input, Progress progress) {
    INDArray stitched;
    try (INDArray plain = grid(input)) {
      stitched =
          Nd4j.createUninitializedDetached(
              DataType.FLOAT, 1, plain.size(1) * factor, plain.size(2) * factor, plain.size(3));
    }
    for (int shift = 0; shift < factor * factor; shift++) {
      progress.checkCancelled();
      int down = shift / factor;
      int right = shift % factor;
      try (INDArray shifted = shifted(input, down * step(), right * step());
          INDArray grid = grid(shifted)) {
        interlace(grid, stitched, down, right);
      }
    }
    return stitched;
  }

  private int step() {
    return variant.stride() / factor;
  }

  private INDArray grid(INDArray input) {
    return model.network().graph().activations(input, List.of(map().scores())).get(0);
  }

  private ScoreMap map() {
    return model.network().scoreMaps().stream()
        .filter(scores -> scores.variant() == variant)
        .findFirst()
        .orElseThrow();
  }

  /** The image with as much of nothing before it; nothing is the mean colour. */
  static INDArray shifted(INDArray input, int down, int right) {
    int height = (int) input.size(1);
    int width = (int) input.size(2);
    int channels = (int) input.size(3);
    INDArray shifted =
        Nd4j.createUninitializedDetached(DataType.FLOAT, 1, height + down, width + right, channels)
            .assign(0);
    float[] row = new float[width * channels];
    for (int y = 0; y < height; y++) {
      Floats.read(input, (long) y * row.length, row, row.length);
      long at = ((long) (y + down) * (width + right) + right) * channels;
      Floats.write(shifted, at, row, row.length);
    }
    return shifted;
  }

  /** A shift puts each cell before where it was, so the farthest shift comes first. */
  private void interlace(INDArray grid, INDArray stitched, int down, int right) {
    int classes = (int) grid.size(3);
    int rows = (int) stitched.size(1) / factor;
    int columns = (int) stitched.size(2) / factor;
    float[] row = new float[columns * classes];
    float[] cell = new float[classes];
    for (int r = 0; r < rows; r++) {
      Floats.read(grid, (long) r * grid.size(2) * classes, row, row.length);
      long line = (long) r * factor + factor - 1 - down;
      for (int c = 0; c < columns; c++) {
        System.arraycopy(row, c * classes, cell, 0, classes);
        long place = line * stitched.size(2) + (long) c * factor + factor - 1 - right;
        Floats.write(stitched, place * classes, cell, classes);
      }
    }
  }

  private INDArray toPixels(INDArray stitched, int height, int width) {
    INDArray scores =
        Nd4j.createUninitializedDetached(DataType.FLOAT, 1, height, width, stitched.size(3));
    new Enlargement(table((int) stitched.size(1), height), table((int) stitched.size(2), width))
        .forward(stitched, scores);
    return scores;
  }

  private AxisTable table(int cells, int pixels) {
    Alignment alignment = map().image();
    int cutOff = alignment.padding() - alignment.offset();
    double centre = (alignment.kernel() - 1) / 2.0 - cutOff;
    return AxisTable.evenly(cells, pixels, factor - 1 - centre / step(), 1.0 / step());
  }
}
