package org.maskwright.network.predict;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.refine.CrfSettings;
import org.maskwright.network.weights.model.LoadedModel;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The class with the greatest score at each pixel. */
public final class Classes {

  private Classes() {}

  /** Row by row, at the image's size; among equals the first. */
  public static byte[] of(INDArray scores, int width, int height) {
    byte[] classes = new byte[width * height];
    if (Cells.areWorthwhile(scores, width, height)) {
      byte[] leading = of(scores, (int) scores.size(2), (int) scores.size(1));
      new Cells(scores, leading, width, height)
          .read(
              classes, (row, at, count, index) -> classes[index] = (byte) greatest(row, at, count));
      return classes;
    }
    ScoreRows rows = new ScoreRows(scores, width, height);
    rows.forEach(
        0,
        height,
        (row, y) -> {
          for (int x = 0; x < width; x++) {
            classes[y * width + x] = (byte) greatest(row, x * rows.classes(), rows.classes());
          }
        });
    return classes;
  }

  /** What these variants of a network see in an image, at its own size. */
  public static Map<Variant, byte[]> seen(
      FcnNetwork network,
      Preprocessing preprocessing,
      WorkingScale workingScale,
      Pixels image,
      Set<Variant> wanted) {
    Map<Variant, byte[]> seen = new EnumMap<>(Variant.class);
    double scale = workingScale.of(image.width(), image.height());
    try (INDArray input = InputImage.of(image, scale, preprocessing)) {
      List<INDArray> scores = network.scores(input);
      for (int v = 0; v < scores.size(); v++) {
        Variant variant = network.variants().get(v);
        if (wanted.contains(variant)) {
          seen.put(variant, of(scores.get(v), image.width(), image.height()));
        }
        scores.get(v).close();
      }
    }
    return seen;
  }

  /** What all variants of a model see in an image once it is drawn to the borders there. */
  public static Map<Variant, byte[]> refined(
      LoadedModel model, CrfSettings settings, Pixels image, Progress progress) {
    Map<Variant, byte[]> seen = new EnumMap<>(Variant.class);
    Refinement refinement = new Refinement(settings, image);
    double scale = model.description().workingScale().of(image.width(), image.height());
    try (INDArray input = InputImage.of(image, scale, model.description().preprocessing())) {
      List<INDArray> scores = model.network().scores(input);
      for (int v = 0; v < scores.size(); v++) {
        seen.put(model.network().variants().get(v), refinement.classes(scores.get(v), progress));
        scores.get(v).close();
      }
    }
    return seen;
  }

  static int greatest(float[] row, int at, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (row[at + c] > row[at + best]) {
        best = c;
      }
    }
    return best;
  }
}
