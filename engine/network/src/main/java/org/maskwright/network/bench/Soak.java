package org.maskwright.network.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Trunk;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.predict.Predictor;
import org.maskwright.network.train.ResidentMemory;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelDescription;

/** Predicts images of ever other sizes in one process, and watches its memory. */
public final class Soak {

  private static final int SMALLEST = 64;
  private static final int LARGEST = 640;
  private static final int BETWEEN_SAMPLES = 100;
  private static final int CLASSES = 21;

  private final Trunk trunk;
  private final Progress progress;

  public Soak(Trunk trunk, Progress progress) {
    this.trunk = trunk;
    this.progress = progress;
  }

  /**
   * How much memory there was after so many predictions, in mebibytes.
   *
   * @param resident of the whole process
   * @param heap what Java has taken for its own objects, used or not
   */
  public record Sample(int predictions, long resident, long heap) {}

  public List<Sample> run(int predictions) throws DataException {
    List<Sample> samples = new ArrayList<>();
    Random random = new Random(1);
    try (Predictor predictor = new Predictor(model())) {
      for (int i = 1; i <= predictions; i++) {
        progress.checkCancelled();
        predictor.predict(image(random));
        if (i % BETWEEN_SAMPLES == 0) {
          long heap = Runtime.getRuntime().totalMemory() >> 20;
          samples.add(new Sample(i, ResidentMemory.mebibytes(), heap));
        }
        progress.report("soak", i, predictions);
      }
    }
    return Collections.unmodifiableList(samples);
  }

  private LoadedModel model() throws DataException {
    ArchitectureDescription shape = ArchitectureDescription.usual(trunk, CLASSES);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < CLASSES; i++) {
      names.add("class " + i);
    }
    ModelDescription description =
        new ModelDescription(
            shape,
            trunk.usualPreprocessing(),
            WorkingScale.OWN,
            LabelScheme.ofNames(names),
            ModelCard.named("soak"));
    return new LoadedModel(description, FcnNetwork.build(shape, 1));
  }

  private static Pixels image(Random random) {
    int width = SMALLEST + random.nextInt(LARGEST - SMALLEST + 1);
    int height = SMALLEST + random.nextInt(LARGEST - SMALLEST + 1);
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xFF000000 | random.nextInt(1 << 24);
    }
    return new Pixels(width, height, argb);
  }
}
