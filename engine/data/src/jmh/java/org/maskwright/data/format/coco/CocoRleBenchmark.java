package org.maskwright.data.format.coco;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.maskwright.data.format.geometry.Stencil;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;
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

/** How long one class of a mask of 12 megapixels takes to COCO's text and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CocoRleBenchmark {

  private static final int WIDTH = 4000;
  private static final int HEIGHT = 3000;

  /** Sixty discs, as masks are, or every other pixel at random, the worst case. */
  @Param({"areas", "noise"})
  public String content = "areas";

  private final Stencil stencil = new Stencil(new Region(0, 0, WIDTH, HEIGHT));
  private String text = "";

  @Setup
  public void fill() {
    Random random = new Random(1);
    if (content.equals("noise")) {
      for (int i = 0; i < WIDTH * HEIGHT; i++) {
        stencil.bits()[i] = (byte) random.nextInt(2);
      }
    } else {
      for (int i = 0; i < 60; i++) {
        disc(random.nextInt(WIDTH), random.nextInt(HEIGHT), 20 + random.nextInt(280));
      }
    }
    text = encode();
  }

  private void disc(int x, int y, int radius) {
    for (int row = -radius; row <= radius; row++) {
      int reach = (int) Math.sqrt((double) radius * radius - row * row);
      stencil.addRow(y + row, x - reach, x + reach);
    }
  }

  @Benchmark
  public String encode() {
    return RleText.write(CocoRle.encode(stencil, WIDTH, HEIGHT));
  }

  @Benchmark
  public Stencil decode() throws DataException {
    return RleText.read(text, WIDTH, HEIGHT).decode();
  }
}
