package org.maskwright.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.task.Progress;

class IntensitySamplerTest {

  @TempDir Path folder;

  @Test
  void windowSpansAllImagesButTheirFewestSamples() throws IOException {
    ImageRef dark = ramp("dark.tif", 1000, 2000);
    ImageRef bright = ramp("bright.tif", 2000, 3000);
    assertThat(propose(List.of(dark, bright), ImageSettings.DEFAULT))
        .isEqualTo(new IntensityWindow(1002, 2997));
  }

  @Test
  void nodataDoesNotCount() throws IOException {
    ImageRef image = ramp("a.tif", 0, 1000);
    IntensityWindow all = propose(List.of(image), ImageSettings.DEFAULT);
    IntensityWindow without = propose(List.of(image), ImageSettings.DEFAULT.withNodata(999));
    assertThat(all).isEqualTo(new IntensityWindow(1, 998));
    assertThat(without).isEqualTo(new IntensityWindow(0, 998));
  }

  @Test
  void eightBitImagesNeedNoWindow() throws IOException {
    byte[] png = TestImages.encode(TestImages.noise(4, 4), "png");
    ImageRef image = ImageRef.of(Files.write(folder.resolve("a.png"), png));
    assertThat(propose(List.of(image), ImageSettings.DEFAULT)).isEqualTo(IntensityWindow.FULL);
  }

  private static IntensityWindow propose(List<ImageRef> images, ImageSettings settings)
      throws IOException {
    return IntensitySampler.propose(images, settings, Progress.NONE);
  }

  /** An image with each value from the first to the one before the last, once. */
  private ImageRef ramp(String name, int from, int to) throws IOException {
    ByteBuffer samples = ByteBuffer.allocate((to - from) * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int value = from; value < to; value++) {
      samples.putShort((short) value);
    }
    byte[] tiff = TiffBuilder.small().page(to - from, 1, 16, 1).strips(samples.array()).build();
    return ImageRef.of(Files.write(folder.resolve(name), tiff));
  }
}
