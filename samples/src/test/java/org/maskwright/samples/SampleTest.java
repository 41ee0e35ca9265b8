package org.maskwright.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void theSameSeedDrawsTheSamePictureAndTruth() {
    Sample first = AerialScene.draw(7, 128);
    Sample second = AerialScene.draw(7, 128);

    assertThat(pixels(first)).isEqualTo(pixels(second));
    assertThat(first.truth()).isEqualTo(second.truth());
    assertThat(pixels(AerialScene.draw(8, 128))).isNotEqualTo(pixels(first));
  }

  @Test
  void aHandfulOfAerialScenesShowsEveryClass() {
    Set<Integer> seen = new TreeSet<>();
    LongStream.range(0, 4).forEach(seed -> seen.addAll(labels(AerialScene.draw(seed, 256))));

    assertThat(seen)
        .containsExactlyElementsOf(IntStream.range(0, AerialScene.CLASSES.size()).boxed().toList());
  }

  @Test
  void tracksAreThinnerThanTheCoarsestCell() {
    Sample scene = AerialScene.draw(1, 512);
    byte[] truth = scene.truth();
    int thin = 0;
    for (int row = 0; row < 512; row++) {
      for (int run = 0, x = 0; x < 512; x++) {
        run = truth[row * 512 + x] == AerialScene.ROAD ? run + 1 : 0;
        boolean ends = x == 511 || truth[row * 512 + x + 1] != AerialScene.ROAD;
        thin += run > 0 && run < 8 && ends ? 1 : 0;
      }
    }

    assertThat(thin).isGreaterThan(200);
  }

  @Test
  void truthLiesWhereThePictureShowsIt() {
    Sample bowl = BerryBowl.draw(2, 256);
    byte[] truth = bowl.truth();
    int[] pixels = pixels(bowl);
    double cherryGreen = meanGreen(pixels, truth, 1);
    double leafGreen = meanGreen(pixels, truth, 2);

    assertThat(leafGreen).isGreaterThan(2 * cherryGreen);
  }

  @Test
  void aBowlIsCrowded() {
    byte[] truth = BerryBowl.draw(5, 256).truth();

    assertThat(IntStream.range(0, truth.length).filter(i -> truth[i] == 1).count())
        .isGreaterThan(truth.length / 8);
  }

  private static double meanGreen(int[] pixels, byte[] truth, int label) {
    return IntStream.range(0, truth.length)
        .filter(i -> truth[i] == label)
        .map(i -> pixels[i] >> 8 & 0xFF)
        .average()
        .orElseThrow();
  }

  private static int[] pixels(Sample sample) {
    BufferedImage picture = sample.picture();
    return picture.getRGB(0, 0, sample.width(), sample.height(), null, 0, sample.width());
  }

  private static Set<Integer> labels(Sample sample) {
    byte[] truth = sample.truth();
    TreeSet<Integer> labels = new TreeSet<>();
    IntStream.range(0, truth.length).map(i -> truth[i]).forEach(labels::add);
    return labels;
  }
}
