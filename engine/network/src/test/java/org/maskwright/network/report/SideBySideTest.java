package org.maskwright.network.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.network.architecture.Variant;

class SideBySideTest {

  private static final int BLACK = 0xFF000000;
  private static final int GREY = 0xFF7F7F7F;

  private final Pixels image = new Pixels(2, 1, new int[] {BLACK, BLACK});

  private static LabelScheme labels() throws IOException {
    return LabelScheme.ofNames(List.of("ground", "thing")).recolour(1, 0x0080FF);
  }

  @Test
  void imageTruthVariantsAndDisagreementStandInARow() throws IOException {
    Pixels row =
        SideBySide.draw(
            image,
            Optional.of(new byte[] {1, (byte) 255}),
            Map.of(Variant.FCN_32S, new byte[] {0, 0}, Variant.FCN_8S, new byte[] {1, 0}),
            labels());

    assertThat(row.width()).isEqualTo(5 * 2 + 4 * 4);
    int blue = 0xFF0060BF;
    assertThat(tile(row, 0)).containsExactly(BLACK, BLACK);
    assertThat(tile(row, 1)).containsExactly(blue, GREY);
    assertThat(tile(row, 2)).containsExactly(GREY, GREY);
    assertThat(tile(row, 3)).containsExactly(blue, GREY);
    assertThat(tile(row, 4)).containsExactly(0xFFFF9F1C, GREY);
  }

  @Test
  void oneVariantAloneHasNobodyToDisagreeWith() throws IOException {
    Pixels row =
        SideBySide.draw(
            image, Optional.empty(), Map.of(Variant.FCN_8S, new byte[] {1, 0}), labels());

    assertThat(row.width()).isEqualTo(2 * 2 + 4);
  }

  @Test
  void aPngHoldsTheSamePixels() {
    Pixels pixels = new Pixels(2, 1, new int[] {0xFF102030, 0xFFFEDCBA});

    try (BytePointer bytes = new BytePointer(Pictures.png(pixels));
        Mat encoded = new Mat(1, (int) bytes.limit(), opencv_core.CV_8UC1, bytes);
        Mat decoded = opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_COLOR)) {
      byte[] bgr = new byte[6];
      decoded.data().get(bgr);
      assertThat(bgr).containsExactly(0x30, 0x20, 0x10, (byte) 0xBA, (byte) 0xDC, (byte) 0xFE);
    }
  }

  private static int[] tile(Pixels row, int index) {
    return new int[] {row.argb(index * 6, 0), row.argb(index * 6 + 1, 0)};
  }
}
