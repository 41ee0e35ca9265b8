package org.maskwright.data.image.pyramid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.Pixels;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds from a file of 12 MP to what a canvas draws from. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class ImagePyramidBenchmark {

  private static final int WIDTH = 4000;
  private static final int HEIGHT = 3000;

  @Param({".jpg", ".png", ".tif"})
  public String format = ".jpg";

  private Path file = Path.of("");
  private Pixels pixels = new Pixels(1, 1, new int[1]);

  /** A blurred noise, which compresses about as photographs do. */
  @Setup
  public void draw() throws IOException {
    file = Files.createTempFile("benchmark", format);
    byte[] bytes = new byte[WIDTH * HEIGHT * 3];
    new Random(1).nextBytes(bytes);
    try (Mat noise = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC3);
        Size blur = new Size(9, 9)) {
      noise.data().put(bytes);
      opencv_imgproc.GaussianBlur(noise, noise, blur, 0);
      opencv_imgcodecs.imwrite(file.toString(), noise);
    }
    pixels = ImageLoader.load(file);
  }

  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }

  /** Reading, decoding, turning into colours, halving. */
  @Benchmark
  public ImagePyramid fromFile() throws IOException {
    return ImagePyramid.of(ImageLoader.load(file));
  }

  /** Halving alone. */
  @Benchmark
  public ImagePyramid fromPixels() {
    return ImagePyramid.of(pixels);
  }
}
