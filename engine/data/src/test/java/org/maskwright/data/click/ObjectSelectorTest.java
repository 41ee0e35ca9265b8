package org.maskwright.data.click;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.Region;
import org.maskwright.data.metric.Click;
import org.maskwright.testing.Counted;

class ObjectSelectorTest {

  private static final int RED = 0xFFC02020;
  private static final int GREEN = 0xFF206020;

  private final ObjectSelector selector = ObjectSelector.colours();

  /** A red square of 40 pixels on green. */
  private static Pixels square() {
    int[] argb = new int[120 * 90];
    Arrays.fill(argb, GREEN);
    for (int y = 20; y < 60; y++) {
      Arrays.fill(argb, y * 120 + 50, y * 120 + 90, RED);
    }
    return new Pixels(120, 90, argb);
  }

  private static Click inside(int x, int y) {
    return new Click(x, y, true);
  }

  private static Click outside(int x, int y) {
    return new Click(x, y, false);
  }

  private Selection select(Pixels image, Click... clicks) {
    return selector.select(ClickQuery.of(image, List.of(clicks), Optional.empty()));
  }

  private static long count(Selection selection) {
    return selection.runs().count();
  }

  @Test
  void oneClickSelectsWhatHasOneColour() {
    Selection selection = select(square(), inside(70, 40));
    assertThat(selection.bounds()).isEqualTo(new Region(50, 20, 40, 40));
    assertThat(count(selection)).isBetween(1550L, 1600L);
  }

  @Test
  void whatLooksLikeTheObjectElsewhereIsNoPartOfIt() {
    Pixels two = square();
    for (int y = 70; y < 85; y++) {
      Arrays.fill(two.argb(), y * 120 + 5, y * 120 + 20, RED);
    }
    Selection one = select(two, inside(70, 40));
    assertThat(one.contains(12, 77)).isFalse();
    Selection both = select(two, inside(70, 40), inside(12, 77));
    assertThat(both.contains(12, 77)).isTrue();
    assertThat(both.contains(70, 40)).isTrue();
  }

  @Test
  void boxAboutTheObjectIsEnoughToBegin() {
    Region box = new Region(46, 17, 48, 47);
    ClickQuery query =
        new ClickQuery(square(), List.of(), Optional.empty(), Optional.empty(), Optional.of(box));
    Selection selection = selector.select(query);
    assertThat(selection.bounds()).isEqualTo(new Region(50, 20, 40, 40));
  }

  @Test
  void boxOutsideTheImageIsNone() {
    Region box = new Region(500, 17, 48, 47);
    ClickQuery query =
        new ClickQuery(square(), List.of(), Optional.empty(), Optional.empty(), Optional.of(box));
    assertThat(count(selector.select(query))).isZero();
  }

  @Test
  void clicksOutsideTheImageCountForNothing() {
    Selection selection =
        select(square(), inside(-1, 40), outside(120, 89), inside(Integer.MAX_VALUE, 0));
    assertThat(count(selection)).isZero();
  }

  @Test
  void negativeClicksAloneSelectNothing() {
    assertThat(select(square(), outside(70, 40)).contains(70, 40)).isFalse();
  }

  @Test
  void imageOfOneColourIsSelectedAtLeastAtTheClick() {
    int[] argb = new int[64 * 48];
    Arrays.fill(argb, GREEN);
    Selection selection = select(new Pixels(64, 48, argb), inside(20, 20), outside(50, 30));
    assertThat(selection.contains(20, 20)).isTrue();
    assertThat(selection.contains(50, 30)).isFalse();
  }

  @Test
  void imageOfOnePixelIsSelectedOrNot() {
    Pixels pixel = new Pixels(1, 1, new int[] {RED});
    assertThat(select(pixel, inside(0, 0)).pixels()).containsExactly(true);
    assertThat(select(pixel, outside(0, 0)).pixels()).containsExactly(false);
  }

  @Test
  void ofContradictoryClicksOnOnePixelTheLaterCounts() {
    assertThat(select(square(), inside(70, 40), outside(70, 40)).contains(70, 40)).isFalse();
    assertThat(select(square(), outside(70, 40), inside(70, 40)).contains(70, 40)).isTrue();
  }

  @Test
  void neighbouringContradictoryClicksBothHold() {
    Selection selection = select(square(), inside(70, 40), outside(71, 40), inside(70, 41));
    assertThat(selection.contains(70, 40)).isTrue();
    assertThat(selection.contains(71, 40)).isFalse();
    assertThat(selection.contains(70, 41)).isTrue();
  }

  @Test
  void twoHundredClicksAllHold() {
    List<Click> clicks = clicks(new Random(7), square(), 200);
    ClickQuery query = ClickQuery.of(square(), clicks, Optional.empty());
    Selection selection = selector.select(query);
    assertThat(query.clicks()).allMatch(c -> selection.contains(c.x(), c.y()) == c.positive());
  }

  @Test
  void clicksAlwaysHold() {
    for (int seed = 0; seed < Counted.times(300); seed++) {
      Random random = new Random(seed);
      Pixels image = noise(random);
      List<Click> clicks = clicks(random, image, 1 + random.nextInt(12));
      ClickQuery query = ClickQuery.of(image, clicks, Optional.of(blob(random, image)));
      Selection selection = selector.select(query);
      assertThat(query.clicks())
          .as("seed %d", seed)
          .allMatch(c -> selection.contains(c.x(), c.y()) == c.positive());
    }
  }

  @Test
  void mendingChangesNothingElsewhere() {
    for (int seed = 0; seed < Counted.times(300); seed++) {
      Random random = new Random(seed);
      Pixels image = noise(random);
      Selection base = blob(random, image);
      List<Click> clicks = clicks(random, image, 1 + random.nextInt(4));
      ClickQuery query =
          new ClickQuery(image, clicks, Optional.empty(), Optional.of(base), Optional.empty());
      assertThat(changedElsewhere(base, selector.select(query), query.clicks()))
          .as("seed %d", seed)
          .isZero();
    }
  }

  /** Changed pixels that do not hang together with a click through changes of its own kind. */
  private static long changedElsewhere(Selection before, Selection after, List<Click> clicks) {
    int width = before.width();
    boolean[] changed = new boolean[before.pixels().length];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = before.pixels()[i] != after.pixels()[i];
    }
    for (Click click : clicks) {
      List<Integer> open = new ArrayList<>(List.of(click.y() * width + click.x()));
      while (!open.isEmpty()) {
        int at = open.remove(open.size() - 1);
        if (changed[at] && after.pixels()[at] == click.positive()) {
          changed[at] = false;
          for (int next : new int[] {at - 1, at + 1, at - width, at + width}) {
            boolean sameRow = next / width == at / width;
            if (next >= 0 && next < changed.length && (sameRow || Math.abs(next - at) == width)) {
              open.add(next);
            }
          }
        }
      }
    }
    long left = 0;
    for (boolean c : changed) {
      left += c ? 1 : 0;
    }
    return left;
  }

  @Test
  void withoutClicksWhatWasSelectedStays() {
    Selection base = blob(new Random(1), square());
    ClickQuery query =
        new ClickQuery(square(), List.of(), Optional.empty(), Optional.of(base), Optional.empty());
    assertThat(selector.select(query).pixels()).isEqualTo(base.pixels());
  }

  private static Pixels noise(Random random) {
    int width = 1 + random.nextInt(90);
    int height = 1 + random.nextInt(90);
    int[] argb = new int[width * height];
    int colours = 1 + random.nextInt(4);
    for (int i = 0; i < argb.length; i++) {
      int patch = i % width / 16 * 31 + i / width / 16 * 17;
      argb[i] = 0xFF000000 | (patch % colours * 0x3F2F1F + random.nextInt(0x20) * 0x010101);
    }
    return new Pixels(width, height, argb);
  }

  private static List<Click> clicks(Random random, Pixels image, int count) {
    List<Click> clicks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int x = random.nextInt(image.width());
      int y = random.nextInt(image.height());
      clicks.add(new Click(x, y, random.nextInt(3) > 0));
    }
    return clicks;
  }

  private static Selection blob(Random random, Pixels image) {
    Selection selection = Selection.none(image.width(), image.height());
    int x = random.nextInt(image.width());
    int y = random.nextInt(image.height());
    int radius = 1 + random.nextInt(30);
    for (int i = 0; i < selection.pixels().length; i++) {
      double far = Math.hypot(i % image.width() - x, i / image.width() - y);
      selection.pixels()[i] = far < radius;
    }
    return selection;
  }
}
