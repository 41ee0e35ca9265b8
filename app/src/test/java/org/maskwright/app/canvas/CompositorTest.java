package org.maskwright.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;

class CompositorTest {

  private static final int DARK = 0xFF101010;
  private static final int LIGHT = 0xFFF0F0F0;
  private static final int SURROUND = 0xFF202020;

  @Test
  void magnifiedPixelsAreTrueSquares() throws IOException {
    Compositor compositor = compositor(12, 6, 3, -3, 0);

    assertThat(draw(compositor, checkerboard(2, 2), List.of()))
        .containsExactly(
            rows(
                6,
                row(3, SURROUND, 3, DARK, 3, LIGHT, 3, SURROUND),
                row(3, SURROUND, 3, LIGHT, 3, DARK, 3, SURROUND)));
  }

  @Test
  void aTintIsBlendedAndHiddenValuesShowTheImage() throws IOException {
    Compositor compositor = compositor(2, 1, 1, 0, 0);
    OverlayLook look = OverlayLook.of(v -> v == 1 ? 0xFF0000 : -1, 0.5, 0, false);

    int[] drawn =
        draw(compositor, flat(2, 1, 0xFF000000), List.of(new Overlay(new byte[] {1, 2}, look)));

    assertThat(drawn[0] >> 16 & 0xFF).isBetween(126, 130);
    assertThat(drawn[1]).isEqualTo(0xFF000000);
  }

  @Test
  void voidIsToldFromUnlabelled() throws IOException {
    LabelMask mask = new LabelMask(3, 1);
    mask.set(1, 0, LabelMask.IGNORE, Provenance.of(Provenance.Kind.BRUSH));
    mask.set(2, 0, 1, Provenance.of(Provenance.Kind.BRUSH));
    OverlayLook look =
        OverlayLook.of(v -> v == Overlay.VOID ? 0xFFFFFF : v == 1 ? 0xFF0000 : -1, 1, 0, false);

    int[] drawn =
        draw(compositor(3, 1, 1, 0, 0), flat(3, 1, 0xFF000000), List.of(Overlay.of(mask, look)));

    assertThat(drawn).containsExactly(0xFF000000, 0xFFFFFFFF, 0xFFFF0000);
  }

  @Test
  void anOverlayMayCoverAPartOfTheImageMoreCoarsely() throws IOException {
    OverlayLook look = OverlayLook.of(v -> v == 1 ? 0xFF0000 : -1, 1, 0, false);
    Overlay part = new Overlay(new byte[] {1, 0, 1, 1}, new Region(1, 0, 2, 2), 1, look);

    int[] drawn = draw(compositor(8, 4, 1, 0, 0), flat(8, 4, 0xFF000000), List.of(part));

    int[] above = row(2, 0xFF000000, 2, 0xFFFF0000, 4, 0xFF000000);
    int[] below = row(2, 0xFF000000, 4, 0xFFFF0000, 2, 0xFF000000);
    assertThat(drawn).containsExactly(rows(4, above, below));
  }

  @Test
  void outlinesAreOneDevicePixelWideAtAnyZoom() throws IOException {
    Compositor compositor = compositor(8, 1, 4, 0, 0);
    OverlayLook look = OverlayLook.of(v -> v == 1 ? 0x00FF00 : -1, 0, 1, false);

    int[] drawn =
        draw(compositor, flat(2, 1, 0xFF000000), List.of(new Overlay(new byte[] {0, 1}, look)));

    assertThat(drawn).containsExactly(row(4, 0xFF000000, 1, 0xFF00FF00, 3, 0xFF000000));
  }

  @Test
  void composingOnlyTheChangedRectangleEqualsComposingAll() throws IOException {
    Compositor compositor = compositor(40, 40, 2.5, -4, 7);
    PixelSource image = checkerboard(16, 16);
    byte[] plane = new byte[256];
    OverlayLook look = OverlayLook.of(v -> v == 0 ? -1 : 0x0000FF, 0.4, 1, true);
    List<Overlay> overlays = List.of(new Overlay(plane, look));
    int[] drawn = draw(compositor, image, overlays);

    Region changed = new Region(5, 6, 4, 3);
    for (int y = changed.y(); y < changed.bottom(); y++) {
      Arrays.fill(plane, y * 16 + changed.x(), y * 16 + changed.right(), (byte) 1);
    }
    compositor.compose(drawn, compositor.toDevice(changed), 16, overlays);

    assertThat(drawn).containsExactly(draw(compositor, image, overlays));
  }

  @Test
  void aSmallerLevelIsReadWhenZoomedOut() throws IOException {
    Compositor compositor = compositor(2, 2, 0.25, 0, 0);
    Levels image = new Levels(8, 8);

    draw(compositor, image, List.of());

    assertThat(image.lastLevel).isEqualTo(2);
  }

  @Test
  void brightnessChangesOnlyWhatIsShown() throws IOException {
    Compositor compositor = compositor(1, 1, 1, 0, 0);
    compositor.sampleImage(flat(1, 1, 0xFF404040), new DisplayAdjustment(0.25, 1, 1));
    int[] out = new int[1];
    compositor.compose(out, compositor.whole(), 1, List.of());

    assertThat(out[0] & 0xFF).isEqualTo(0x80);
  }

  private static Compositor compositor(int width, int height, double scale, int left, int top) {
    Compositor compositor = new Compositor();
    compositor.resize(width, height);
    compositor.setSurround(SURROUND);
    compositor.place(scale, left, top);
    return compositor;
  }

  private static int[] draw(Compositor compositor, PixelSource image, List<Overlay> overlays)
      throws IOException {
    compositor.sampleImage(image, DisplayAdjustment.NONE);
    int[] out = new int[compositor.width() * compositor.height()];
    compositor.compose(out, compositor.whole(), image.width(), overlays);
    return out;
  }

  private static int[] row(int... countsAndColours) {
    int[] row = new int[64];
    int end = 0;
    for (int i = 0; i < countsAndColours.length; i += 2) {
      Arrays.fill(row, end, end + countsAndColours[i], countsAndColours[i + 1]);
      end += countsAndColours[i];
    }
    return Arrays.copyOf(row, end);
  }

  private static int[] rows(int height, int[]... rows) {
    int width = rows[0].length;
    int[] all = new int[width * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(rows[y * rows.length / height], 0, all, y * width, width);
    }
    return all;
  }

  private static PixelSource flat(int width, int height, int argb) {
    return new Levels(width, height) {
      @Override
      int at(int x, int y) {
        return argb;
      }
    };
  }

  private static PixelSource checkerboard(int width, int height) {
    return new Levels(width, height);
  }

  /** A checkerboard that notes which level was read. */
  private static class Levels implements PixelSource {

    private final int width;
    private final int height;
    int lastLevel = -1;

    Levels(int width, int height) {
      this.width = width;
      this.height = height;
    }

    int at(int x, int y) {
      return (x + y) % 2 == 0 ? DARK : LIGHT;
    }

    @Override
    public int width() {
      return width;
    }

    @Override
    public int height() {
      return height;
    }

    @Override
    public int levels() {
      return 4;
    }

    @Override
    public void read(int level, Region region, int[] target) {
      lastLevel = level;
      for (int i = 0; i < region.area(); i++) {
        target[i] = at(region.x() + i % region.width(), region.y() + i / region.width());
      }
    }

    @Override
    public void close() {}
  }
}
