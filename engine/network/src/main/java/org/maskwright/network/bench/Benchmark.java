package org.maskwright.network.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.FlatParameters;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.train.Optimiser;
import org.maskwright.network.train.PixelChoice;
import org.maskwright.network.train.Rates;
import org.maskwright.network.train.SegmentationLoss;
import org.maskwright.network.train.UpdateRule;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Times whole passes of networks with random weights; what is told are medians. */
public final class Benchmark {

  /** As many as VOC has. */
  public static final int CLASSES = 21;

  private static final Set<Variant> FINEST = EnumSet.of(Variant.FCN_8S);

  /** Java compiles what runs often; a measurement begins when that is done. */
  private static final long WARM_UP_NANOS = 3_000_000_000L;

  private final int headChannels;
  private final int repeats;
  private final Progress progress;
  private final List<Timing> timings = new ArrayList<>();

  /**
   * @param headChannels of fc6 and fc7, for trunks that have them; 0 for their usual number
   * @param repeats of each measurement, after a warm-up that does not count
   */
  public Benchmark(int headChannels, int repeats, Progress progress) {
    this.headChannels = headChannels;
    this.repeats = repeats;
    this.progress = progress;
  }

  /**
   * One measurement.
   *
   * @param what is timed: {@code forward} or {@code training step}
   * @param heads how many variants are computed
   * @param size of the square images
   * @param processorMilliseconds of all cores together, the least of all repeats
   */
  public record Timing(
      String trunk,
      String what,
      int heads,
      int batch,
      int size,
      double medianMilliseconds,
      double processorMilliseconds) {}

  /** Forward at 256 and 512 with one head and with all, training at 256 with one and eight. */
  public List<Timing> run(ArchitectureDescription wanted) {
    boolean thinned = headChannels > 0 && wanted.head().kind().hasChannels();
    ArchitectureDescription all =
        thinned ? wanted.withHead(wanted.head().kind(), headChannels) : wanted;
    List<ArchitectureDescription> shapes =
        all.variants().size() > 1 ? List.of(all.withVariants(FINEST), all) : List.of(all);
    for (ArchitectureDescription shape : shapes) {
      try (FcnNetwork network = FcnNetwork.build(shape, 1)) {
        for (int size : new int[] {256, 512}) {
          forward(network, size);
        }
        if (shape.equals(all)) {
          for (int batch : new int[] {1, 8}) {
            training(network, batch, 256);
          }
        }
      }
    }
    return Collections.unmodifiableList(timings);
  }

  private void forward(FcnNetwork network, int size) {
    try (INDArray image = image(1, size)) {
      measure(network, "forward", 1, size, () -> network.scores(image).forEach(INDArray::close));
    }
  }

  private void training(FcnNetwork network, int batch, int size) {
    byte[] labels = new byte[batch * size * size];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) (i / 7 % CLASSES);
    }
    SegmentationLoss loss = new SegmentationLoss(null, 1.0 / network.variants().size());
    try (INDArray image = image(batch, size);
        Optimiser optimiser =
            new Optimiser(network, UpdateRule.sgd(0.9), Rates.uniform(1e-9, 5e-4))) {
      measure(
          network,
          "training step",
          batch,
          size,
          () -> {
            FlatParameters gradients =
                network.backpropagate(
                    image,
                    scores ->
                        scores.forEach(s -> loss.replaceByGradient(s, labels, PixelChoice.ALL)));
            optimiser.step(gradients, 1);
          });
    }
  }

  private void measure(FcnNetwork network, String what, int batch, int size, Runnable work) {
    warmUp(work);
    double[] times = new double[repeats];
    double[] processor = new double[repeats];
    for (int i = 0; i < repeats; i++) {
      progress.checkCancelled();
      long begun = System.nanoTime();
      long used = ProcessorTime.nanos();
      work.run();
      times[i] = (System.nanoTime() - begun) / 1e6;
      processor[i] = (ProcessorTime.nanos() - used) / 1e6;
    }
    Arrays.sort(times);
    Arrays.sort(processor);
    String trunk = network.description().title();
    int heads = network.variants().size();
    timings.add(new Timing(trunk, what, heads, batch, size, times[repeats / 2], processor[0]));
    progress.report("bench " + trunk, timings.size(), 6);
  }

  private void warmUp(Runnable work) {
    long end = System.nanoTime() + WARM_UP_NANOS;
    do {
      progress.checkCancelled();
      work.run();
    } while (System.nanoTime() < end);
  }

  private static INDArray image(int batch, int size) {
    Random random = new Random(1);
    float[] values = new float[batch * size * size * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return Nd4j.create(values, new long[] {batch, size, size, 3}, 'c');
  }
}
