package org.maskwright.data.click;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.pyramid.ImagePyramid;
import org.maskwright.data.label.Region;
import org.maskwright.data.metric.Click;
import org.maskwright.data.region.Dab;
import org.maskwright.data.region.RunSets;
import org.maskwright.data.region.Runs;
import org.maskwright.testing.Counted;

class PhotoSelectorTest {

  private static final int RED = 0xFFC02020;
  private static final int GREEN = 0xFF206020;

  private final PhotoSelector selector = new PhotoSelector(ObjectSelector.colours());

  /** A red disk in the middle of a green image. */
  private static ImagePyramid disk(int width, int height, double radius) {
    int[] argb = new int[width * height];
    Arrays.fill(argb, GREEN);
    new Dab(width / 2.0, height / 2.0, width / 2.0, height / 2.0, radius)
        .forEachRun((y, from, to) -> Arrays.fill(argb, y * width + from, y * width + to, RED));
    return ImagePyramid.of(new Pixels(width, height, argb));
  }

  private static Runs diskRuns(int width, int height, double radius) {
    return Runs.of(new Dab(width / 2.0, height / 2.0, width / 2.0, height / 2.0, radius));
  }

  private Runs select(ImagePyramid image, Click... clicks) throws IOException {
    return selector.select(image, ObjectRequest.of(List.of(clicks), Runs.NONE, image.bounds(0)));
  }

  private static double iou(Runs a, Runs b) {
    return (double) RunSets.intersection(a, b).count() / RunSets.union(a, b).count();
  }

  private static boolean holds(Runs found, List<Click> clicks) {
    return clicks.stream().allMatch(c -> found.contains(c.x(), c.y()) == c.positive());
  }

  @Test
  void aSmallImageIsSelectedAsItsPixelsAre() throws IOException {
    ImagePyramid image = disk(200, 150, 40);
    List<Click> clicks = List.of(new Click(100, 75, true), new Click(10, 10, false));
    Selection expected =
        ObjectSelector.colours().select(ClickQuery.of(image.image(), clicks, Optional.empty()));

    assertThat(select(image, clicks.get(0), clicks.get(1))).isEqualTo(expected.runs());
  }

  @Test
  void aLargeImageIsSelectedWithASmoothBorder() throws IOException {
    ImagePyramid image = disk(2600, 1800, 500);

    Runs first = select(image, new Click(1300, 900, true));
    Runs second =
        selector.select(
            image,
            ObjectRequest.of(
                List.of(new Click(1300, 900, true), new Click(10, 10, false)),
                first,
                image.bounds(0)));

    assertThat(iou(first, diskRuns(2600, 1800, 500))).isGreaterThan(0.97);
    assertThat(iou(second, diskRuns(2600, 1800, 500))).isGreaterThan(0.97);
  }

  @Test
  void aLargeImageIsLookedAtWhereItIsSeen() throws IOException {
    ImagePyramid image = disk(2600, 1800, 12);
    Region seen = new Region(1250, 850, 100, 100);

    Runs found =
        selector.select(
            image, ObjectRequest.of(List.of(new Click(1300, 900, true)), Runs.NONE, seen));

    assertThat(iou(found, diskRuns(2600, 1800, 12))).isGreaterThan(0.85);
  }

  @Test
  void withoutAClickInTheImageNothingChanges() throws IOException {
    ImagePyramid image = disk(200, 150, 40);
    Runs known = diskRuns(200, 150, 10);

    assertThat(select(image, new Click(-1, 4, true), new Click(200, 0, true))).isEqualTo(Runs.NONE);
    assertThat(
            selector.select(
                image,
                ObjectRequest.of(
                    List.of(new Click(0, 150, false)), known, new Region(500, 500, 10, 10))))
        .isEqualTo(known);
  }

  @Test
  void aPlaceSeenOutsideOfTheImageIsNoHindrance() throws IOException {
    ImagePyramid image = disk(200, 150, 40);
    Runs found =
        selector.select(
            image,
            ObjectRequest.of(
                List.of(new Click(100, 75, true)), Runs.NONE, new Region(500, 500, 10, 10)));

    assertThat(found.contains(100, 75)).isTrue();
  }

  @Test
  void anImageOfOnePixelIsSelectedOrNot() throws IOException {
    ImagePyramid pixel = ImagePyramid.of(new Pixels(1, 1, new int[] {RED}));

    assertThat(select(pixel, new Click(0, 0, true)).count()).isEqualTo(1);
    assertThat(select(pixel, new Click(0, 0, false)).count()).isZero();
    assertThat(select(pixel, new Click(0, 0, true), new Click(0, 0, false)).count()).isZero();
  }

  @Test
  void twoHundredClicksAllHoldInALargeImageOfOneColour() throws IOException {
    ImagePyramid image = disk(1500, 1100, 0);
    List<Click> clicks = clicks(new Random(4), image, 200);

    Runs found = selector.select(image, ObjectRequest.of(clicks, Runs.NONE, image.bounds(0)));

    assertThat(holds(found, clicks)).isTrue();
  }

  @Test
  void contradictoryClicksHoldPixelByPixel() throws IOException {
    ImagePyramid image = disk(1500, 1100, 300);
    List<Click> clicks =
        List.of(
            new Click(750, 550, true),
            new Click(751, 550, false),
            new Click(750, 551, true),
            new Click(749, 550, false));

    Runs found = selector.select(image, ObjectRequest.of(clicks, Runs.NONE, image.bounds(0)));

    assertThat(holds(found, clicks)).isTrue();
  }

  @Test
  void mendingALargeRegionChangesNothingElsewhere() throws IOException {
    for (int seed = 0; seed < Counted.times(60); seed++) {
      Random random = new Random(seed);
      ImagePyramid image = disk(700 + random.nextInt(900), 600, 100 + random.nextInt(150));
      Runs base = Runs.of(new Dab(300, 250, 450, 320, 40 + random.nextInt(120)));
      base = RunSets.intersection(base, Runs.rectangle(image.bounds(0)));
      List<Click> clicks = clicks(random, image, 1 + random.nextInt(3));

      Runs found =
          selector.select(
              image,
              new ObjectRequest(
                  clicks, Optional.empty(), Optional.of(base), Optional.empty(), image.bounds(0)));

      assertThat(Locality.elsewhere(base, found, clicks)).as("seed %d", seed).isZero();
      assertThat(holds(found, clicks)).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void mendingLeavesTheRestOfTheBorderAsFineAsItWas() throws IOException {
    ImagePyramid image = disk(2600, 1800, 500);
    Runs base = RunSets.minus(diskRuns(2600, 1800, 500), Runs.of(Dab.at(1300, 1200, 150)));

    Runs found =
        selector.select(
            image,
            new ObjectRequest(
                List.of(new Click(1300, 1200, true)),
                Optional.empty(),
                Optional.of(base),
                Optional.empty(),
                image.bounds(0)));

    Runs far = Runs.rectangle(new Region(0, 0, 2600, 900));
    assertThat(RunSets.intersection(found, far)).isEqualTo(RunSets.intersection(base, far));
    assertThat(iou(found, diskRuns(2600, 1800, 500))).isGreaterThan(0.98);
  }

  @Test
  void whatChangesElsewhereIsCounted() {
    Runs base = Runs.rectangle(new Region(0, 0, 10, 10));
    Runs now =
        RunSets.union(
            RunSets.minus(base, Runs.rectangle(new Region(2, 2, 2, 2))),
            Runs.rectangle(new Region(20, 0, 3, 1)));

    assertThat(Locality.elsewhere(base, now, List.of(new Click(2, 2, false)))).isEqualTo(3);
    assertThat(Locality.elsewhere(base, now, List.of(new Click(21, 0, true)))).isEqualTo(4);
    assertThat(Locality.elsewhere(base, now, List.of(new Click(2, 2, true)))).isEqualTo(7);
  }

  private static List<Click> clicks(Random random, ImagePyramid image, int count) {
    List<Click> clicks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int x = random.nextInt(image.width());
      int y = random.nextInt(image.height());
      clicks.add(new Click(x, y, random.nextInt(3) > 0));
    }
    return clicks;
  }
}
