package org.maskwright.data.label;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A mask of 12 million pixels, written to memory and read from it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MaskPngBenchmark {

  private static final int WIDTH = 4000;
  private static final int HEIGHT = 3000;
  private static final int CLASSES = 21;
  private static final int DISCS = 200;

  /** Discs of all classes on a background, or every pixel a class of its own. */
  @Param({"areas", "noise"})
  public String content = "areas";

  private byte[] labels = {};
  private byte[] file = {};

  @Setup
  public void paint() throws IOException {
    labels = new byte[WIDTH * HEIGHT];
    Random random = new Random(1);
    if (content.equals("noise")) {
      for (int i = 0; i < labels.length; i++) {
        labels[i] = (byte) random.nextInt(CLASSES);
      }
    } else {
      for (int disc = 0; disc < DISCS; disc++) {
        disc(random);
      }
    }
    file = write();
  }

  private void disc(Random random) {
    int radius = 20 + random.nextInt(300);
    int centreX = random.nextInt(WIDTH);
    int centreY = random.nextInt(HEIGHT);
    byte label = (byte) random.nextInt(CLASSES);
    for (int y = Math.max(0, centreY - radius); y < Math.min(HEIGHT, centreY + radius); y++) {
      for (int x = Math.max(0, centreX - radius); x < Math.min(WIDTH, centreX + radius); x++) {
        if (Math.hypot(x - centreX, y - centreY) < radius) {
          labels[y * WIDTH + x] = label;
        }
      }
    }
  }

  @Benchmark
  public byte[] write() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
    MaskPng.write(out, WIDTH, HEIGHT, labels);
    return out.toByteArray();
  }

  @Benchmark
  public IndexedImage read() throws IOException {
    return MaskPng.read(file, "mask.png");
  }
}
