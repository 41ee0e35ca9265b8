package org.maskwright.data.metric;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Pixels a microsecond (which is MP/s) that go into a confusion matrix of 21 classes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ConfusionMatrixBenchmark {

  private static final int WIDTH = 4000;
  private static final int PIXELS = WIDTH * 3000;
  private static final int CLASSES = 21;

  /** Areas of one label, as masks are, or a label drawn for each pixel, the worst case. */
  @Param({"areas", "noise"})
  public String content = "areas";

  private final byte[] truth = new byte[PIXELS];
  private final byte[] predicted = new byte[PIXELS];
  private final ConfusionMatrix matrix = new ConfusionMatrix(CLASSES);

  @Setup
  public void fill() {
    Random random = new Random(1);
    for (int i = 0; i < PIXELS; i++) {
      int area = i % WIDTH / 200 + i / WIDTH / 200;
      truth[i] = (byte) (content.equals("areas") ? area % CLASSES : random.nextInt(CLASSES));
      predicted[i] = random.nextInt(20) == 0 ? (byte) random.nextInt(CLASSES) : truth[i];
    }
  }

  @Benchmark
  @OperationsPerInvocation(PIXELS)
  public ConfusionMatrix add() {
    matrix.add(truth, predicted);
    return matrix;
  }
}
