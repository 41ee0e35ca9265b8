package org.maskwright.data.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.Region;

class CropReaderTest {

  private static Pixels greys(int width, int height, int... greys) {
    int[] argb = new int[greys.length];
    Arrays.setAll(argb, i -> 0xFF000000 | greys[i] * 0x010101);
    return new Pixels(width, height, argb);
  }

  @Test
  void smallerIsTheMeanOfEachArea() {
    Pixels image = greys(4, 2, 0, 10, 100, 100, 20, 30, 100, 200);
    Crop crop = new Crop(new Region(0, 0, 4, 2), 2, 1);
    assertThat(new CropReader(crop).colours(image)).containsExactly(15, 15, 15, 125, 125, 125);
  }

  @Test
  void unevenAreasShareTheirPixels() {
    Pixels image = greys(3, 1, 0, 90, 30);
    Crop crop = new Crop(new Region(0, 0, 3, 1), 2, 1);
    float[] colours = new CropReader(crop).colours(image);
    assertThat(colours[0]).isCloseTo(30, within(1e-3f));
    assertThat(colours[3]).isCloseTo(50, within(1e-3f));
  }

  @Test
  void fewPixelsStandForALongArea() {
    int[] ramp = new int[240];
    Arrays.setAll(ramp, i -> i);
    Crop crop = new Crop(new Region(0, 0, 240, 1), 4, 1);
    float[] colours = new CropReader(crop).colours(greys(240, 1, ramp));
    for (int i = 0; i < 4; i++) {
      assertThat(colours[3 * i]).isCloseTo(29.5f + 60 * i, within(1f));
    }
  }

  @Test
  void largerMixesNeighbours() {
    Pixels image = greys(2, 1, 0, 80);
    Crop crop = new Crop(new Region(0, 0, 2, 1), 4, 1);
    float[] colours = new CropReader(crop).colours(image);
    assertThat(new float[] {colours[0], colours[3], colours[6], colours[9]})
        .containsExactly(0, 20, 60, 80);
  }

  @Test
  void sameSizeIsTheSame() {
    Pixels image = greys(3, 2, 1, 2, 3, 4, 5, 6);
    Crop crop = new Crop(new Region(1, 0, 2, 2), 2, 2);
    assertThat(new CropReader(crop).colours(image))
        .containsExactly(2, 2, 2, 3, 3, 3, 5, 5, 5, 6, 6, 6);
  }

  @Test
  void shareOfASelectionIsItsMean() {
    boolean[] selection = {true, false, true, true};
    Crop crop = new Crop(new Region(0, 0, 4, 1), 2, 1);
    assertThat(new CropReader(crop).share(selection, 4)).containsExactly(0.5f, 1f);
  }

  @Test
  void placesOfTheImageHavePlacesInTheCrop() {
    Crop crop = new Crop(new Region(100, 50, 200, 100), 50, 25);
    assertThat(crop.column(100)).isZero();
    assertThat(crop.column(299)).isEqualTo(49);
    assertThat(crop.column(99)).isNegative();
    assertThat(crop.row(50)).isZero();
    assertThat(crop.row(149)).isEqualTo(24);
  }
}
