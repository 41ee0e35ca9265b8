package org.maskwright.data.image;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.task.Progress;

/**
 * Proposes the window of a root from a sample of its 16-bit images: what lies between two
 * percentiles of all their samples together. It is a proposal, for a person to accept or to edit.
 */
public final class IntensitySampler {

  /** So many images, evenly spread, stand for all. */
  public static final int MOST_IMAGES = 32;

  /** The share of samples that become black, and as many white. */
  private static final double CLIPPED = 0.001;

  private IntensitySampler() {}

  /** The window, or the full range if there are no 16-bit images. */
  public static IntensityWindow propose(
      List<ImageRef> images, ImageSettings settings, Progress progress) throws IOException {
    long[] histogram = new long[IntensityWindow.MAX + 1];
    int done = 0;
    List<ImageRef> sample = sample(images);
    for (ImageRef ref : sample) {
      progress.checkCancelled();
      try (FileBytes file = FileBytes.open(ref.file())) {
        ImageHeader header = ImageProbe.header(file, ref.page());
        if (header.bits() == 16) {
          add(file, header, ref, settings, histogram);
        }
      }
      progress.report("window", ++done, sample.size());
    }
    return between(histogram);
  }

  /** Those that stand for all; a sample of a sample is the same. */
  public static <T> List<T> sample(List<T> images) {
    int count = Math.min(images.size(), MOST_IMAGES);
    return IntStream.range(0, count)
        .mapToObj(i -> images.get((int) ((long) i * images.size() / count)))
        .toList();
  }

  private static void add(
      FileBytes file, ImageHeader header, ImageRef ref, ImageSettings settings, long[] histogram)
      throws IOException {
    try (Decoder decoder = ImageLoader.decoder(file, header, ref)) {
      Renderer renderer = Renderer.of(file, decoder.layout(), settings);
      decoder.decode(block -> renderer.count(block, histogram), Progress.NONE);
    }
  }

  private static IntensityWindow between(long[] histogram) {
    long total = 0;
    for (long count : histogram) {
      total += count;
    }
    long clipped = (long) (total * CLIPPED);
    int low = 0;
    for (long below = histogram[0]; low < IntensityWindow.MAX - 1 && below <= clipped; ) {
      below += histogram[++low];
    }
    int high = IntensityWindow.MAX;
    for (long above = histogram[high]; high > low + 1 && above <= clipped; ) {
      above += histogram[--high];
    }
    return total == 0 ? IntensityWindow.FULL : new IntensityWindow(low, high);
  }
}
