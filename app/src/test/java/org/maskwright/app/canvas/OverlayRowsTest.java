package org.maskwright.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.pyramid.ImagePyramid;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;

/** Holds what is drawn run by run, on several threads, against what each pixel alone should be. */
class OverlayRowsTest {

  private static final int SIDE = 40;
  private static final int WIDTH = 420;
  private static final int HEIGHT = 330;
  private static final int GREY = 0xFF808080;
  private static final int OUTSIDE = -1;

  private final Random random = new Random(7);

  @Test
  void everyPixelIsWhatItsNeighboursMakeOfIt() throws IOException {
    for (double zoom : new double[] {0.5, 1, 2.5, 11}) {
      for (boolean hatched : new boolean[] {false, true}) {
        Scene scene = new Scene(zoom, random.nextInt(30) - 40, random.nextInt(30) - 20);
        OverlayLook look = look(hatched);
        byte[] plane = areas();

        int[] drawn = scene.draw(List.of(new Overlay(plane, look)));

        assertThat(drawn).isEqualTo(scene.expected(plane, look));
      }
    }
  }

  @Test
  void overlaysLieOverEachOther() throws IOException {
    Scene scene = new Scene(9, -10, -10);
    OverlayLook solid = OverlayLook.of(value -> value == 1 ? 0x00FF00 : -1, 1, 0, false);
    byte[] all = new byte[SIDE * SIDE];
    Arrays.fill(all, (byte) 1);
    Overlay cover = new Overlay(all, solid);

    assertThat(scene.draw(List.of(new Overlay(areas(), look(true)), cover)))
        .isEqualTo(scene.draw(List.of(cover)));
  }

  @Test
  void aPartThatBeginsWhereTheAreaDoesIsDrawnAsInTheWhole() throws IOException {
    Scene scene = new Scene(9, 0, 0);
    byte[] values = new byte[100];
    random.nextBytes(values);
    Overlay part = new Overlay(values, new Region(10, 10, 10, 10), 0, look(false));
    Region area = new Region(90, 80, 60, 60);

    int[] whole = scene.draw(List.of(part));
    int[] alone = scene.draw(area, List.of(part));

    for (int y = area.y(); y < area.bottom(); y++) {
      int from = y * WIDTH + area.x();
      int to = from + area.width();
      assertThat(Arrays.copyOfRange(alone, from, to))
          .isEqualTo(Arrays.copyOfRange(whole, from, to));
    }
  }

  @Test
  void veilIsAsFineAsTheImageHoweverCoarseThePlane() throws IOException {
    LabelMask mask = new LabelMask(SIDE, SIDE);
    for (int i = 0; i < SIDE * SIDE; i += 3) {
      mask.set(i % SIDE, i / SIDE, 2, Provenance.of(Provenance.Kind.BRUSH));
    }
    byte[] plane = new byte[SIDE * SIDE / 4];
    Arrays.fill(plane, (byte) 1);
    Region place = new Region(0, 0, SIDE / 2, SIDE / 2);
    OverlayLook look = OverlayLook.of(value -> value == 1 ? 0xFF0000 : -1, 1, 0, false);
    Overlay coarse = new Overlay(plane, place, 1, look);
    DrawnOverlays undecided = drawn(coarse.behind(Veil.where(mask, code -> code == 0)));
    DrawnOverlays decided = drawn(coarse.behind(Veil.where(mask, code -> code != 0)));
    for (int i = 0; i < SIDE * SIDE; i++) {
      boolean painted = i % 3 == 0;
      assertThat(undecided.isClear(i % SIDE, i / SIDE)).isEqualTo(painted);
      assertThat(decided.isClear(i % SIDE, i / SIDE)).isEqualTo(!painted);
    }
  }

  @Test
  void veilHidesWhatTheMaskHasAlready() throws IOException {
    LabelMask mask = new LabelMask(SIDE, SIDE);
    mask.set(3, 3, 7, Provenance.of(Provenance.Kind.BRUSH));
    mask.set(4, 3, 6, Provenance.of(Provenance.Kind.BRUSH));
    byte[] plane = new byte[SIDE * SIDE];
    Arrays.fill(plane, (byte) 1);
    byte[] table = new byte[256];
    table[1] = 7;
    OverlayLook look = OverlayLook.shaded(value -> value == 1 ? 0xFF00FF00 : 0);
    Veil veil = Veil.where(mask, code -> code != 0).butWhereEqual(table);
    DrawnOverlays drawn = drawn(new Overlay(plane, look).behind(veil));
    assertThat(drawn.isClear(3, 3)).isTrue();
    assertThat(drawn.at(4, 3)).isEqualTo(0x00FF00);
    assertThat(drawn.isClear(5, 3)).isTrue();
  }

  private static DrawnOverlays drawn(Overlay overlay) throws IOException {
    return new DrawnOverlays(List.of(overlay), SIDE, SIDE);
  }

  private static OverlayLook look(boolean hatched) {
    return OverlayLook.of(value -> value == 0 ? -1 : value * 0x3B1F05, 0.4, 0.9, hatched);
  }

  /** Squares, and single pixels that differ from all around them. */
  private byte[] areas() {
    byte[] plane = new byte[SIDE * SIDE];
    for (int i = 0; i < plane.length; i++) {
      boolean speck = random.nextInt(10) == 0;
      plane[i] = (byte) (speck ? random.nextInt(4) : (i / SIDE / 7 + i % SIDE / 9) % 4);
    }
    return plane;
  }

  /** A view of an image in one colour. */
  private record Scene(double zoom, int left, int top) {

    int[] draw(List<Overlay> overlays) throws IOException {
      return draw(new Region(0, 0, WIDTH, HEIGHT), overlays);
    }

    int[] draw(Region area, List<Overlay> overlays) throws IOException {
      int[] grey = new int[SIDE * SIDE];
      Arrays.fill(grey, GREY);
      PixelSource image = ImagePyramid.of(new Pixels(SIDE, SIDE, grey));
      Compositor compositor = new Compositor();
      compositor.resize(WIDTH, HEIGHT);
      compositor.setSurround(GREY);
      compositor.place(zoom, left, top);
      compositor.sampleImage(image, DisplayAdjustment.NONE);
      int[] out = new int[WIDTH * HEIGHT];
      compositor.compose(out, area, SIDE, overlays);
      return out;
    }

    int[] expected(byte[] plane, OverlayLook look) {
      int[] out = new int[WIDTH * HEIGHT];
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          out[y * WIDTH + x] = pixel(plane, look, x, y);
        }
      }
      return out;
    }

    private int pixel(byte[] plane, OverlayLook look, int x, int y) {
      int here = value(plane, x, y);
      if (here == OUTSIDE) {
        return GREY;
      }
      boolean gap = look.isHatched() && Math.floorMod(left + top + x + y, 8) >= 4;
      int tinted = gap ? GREY : blend(GREY, look.tint(here));
      int other = x > 0 ? value(plane, x - 1, y) : OUTSIDE;
      if (other == OUTSIDE || other == here) {
        other = y > 0 ? value(plane, x, y - 1) : OUTSIDE;
      }
      if (other == OUTSIDE || other == here) {
        return tinted;
      }
      return blend(tinted, look.outline(here == 0 ? other : here));
    }

    private int value(byte[] plane, int x, int y) {
      int column = (int) Math.floor((x + 0.5 + left) / zoom);
      int row = (int) Math.floor((y + 0.5 + top) / zoom);
      boolean inside = column >= 0 && row >= 0 && column < SIDE && row < SIDE;
      return inside ? plane[row * SIDE + column] & 0xFF : OUTSIDE;
    }

    private static int blend(int under, int over) {
      int weight = (over >>> 24) + (over >>> 31);
      int blended = 0xFF;
      for (int shift = 16; shift >= 0; shift -= 8) {
        int below = under >> shift & 0xFF;
        int above = over >> shift & 0xFF;
        blended = blended << 8 | (below * (256 - weight) + above * weight) >> 8;
      }
      return blended;
    }
  }
}
