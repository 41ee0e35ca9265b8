package org.maskwright.network.click;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Scores a network under training on objects that stay the same, clicked by a careful person. */
final class ClickScorer {

  private static final int CLICKS = 5;

  private final FcnNetwork network;
  private final List<ObjectFolder> folders;
  private final SessionMaker maker;
  private final ClickTrainingSettings settings;

  ClickScorer(
      FcnNetwork network,
      List<ObjectFolder> folders,
      SessionMaker maker,
      ClickTrainingSettings settings) {
    this.network = network;
    this.folders = List.copyOf(folders);
    this.maker = maker;
    this.settings = settings;
  }

  /** The mean IoU after each of the first clicks. */
  List<Double> score() throws IOException {
    double[] sums = new double[CLICKS];
    int count = 0;
    List<ClickSession> batch = new ArrayList<>();
    for (int i = 0; count + batch.size() < settings.scored() && i < 4 * settings.scored(); i++) {
      example(i).ifPresent(batch::add);
      if (batch.size() == settings.batch()) {
        count += run(batch, sums);
        batch.clear();
      }
    }
    count += run(batch, sums);
    List<Double> means = new ArrayList<>();
    for (double sum : sums) {
      means.add(count == 0 ? 0 : sum / count);
    }
    return means;
  }

  private Optional<ClickSession> example(int number) throws IOException {
    SplittableRandom random = new SplittableRandom(number);
    ObjectFolder folder = folders.get(number % folders.size());
    return folder.size() == 0
        ? Optional.empty()
        : maker.make(folder.load(random.nextInt(folder.size())), random);
  }

  private int run(List<ClickSession> batch, double[] sums) {
    for (int click = 0; click < CLICKS && !batch.isEmpty(); click++) {
      ClickInput input = new ClickInput(batch.size(), settings.side(), settings.side());
      for (int place = 0; place < batch.size(); place++) {
        ClickSimulator.nextDeepest(batch.get(place));
        batch.get(place).show(input, place);
      }
      try (INDArray array = input.array();
          INDArray scores = network.scores(array).get(0)) {
        for (int place = 0; place < batch.size(); place++) {
          float[] values = new float[settings.side() * settings.side() * 2];
          Floats.read(scores, (long) place * values.length, values, values.length);
          batch.get(place).select(ClickLoss.probabilities(values));
          sums[click] += batch.get(place).iou();
        }
      }
    }
    return batch.size();
  }
}
