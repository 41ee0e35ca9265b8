package org.maskwright.data.image;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageProblem;

/** Turns samples into the colours that screen and network see, by the settings of a root. */
final class Renderer {

  private static final int OPAQUE = 0xFF000000;

  private final Layout layout;
  private final BandChoice colours;
  private final @Nullable Integer nodata;
  private final byte[] table;

  private Renderer(Layout layout, BandChoice colours, ImageSettings settings) {
    this.layout = layout;
    this.colours = colours;
    Integer number = settings.nodata() == null ? layout.declaredNodata() : settings.nodata();
    this.nodata = number == null ? null : Integer.valueOf(number + layout.zero());
    this.table = settings.window().table();
  }

  /** A renderer for what a file holds; its bands have to be there if the root chose some. */
  static Renderer of(FileBytes file, Layout layout, ImageSettings settings) throws IOException {
    if (layout.colourBands() <= 3) {
      return new Renderer(layout, layout.colours(), settings);
    }
    if (settings.bands().highest() >= layout.colourBands()) {
      throw file.problem(
          ImageProblem.NO_SUCH_BAND, settings.bands().highest(), layout.colourBands());
    }
    return new Renderer(layout, settings.bands(), settings);
  }

  int[] render(SampleBlock block) {
    int[] argb = new int[block.pixels()];
    boolean plain = layout.alpha() < 0 && nodata == null && !layout.inverted();
    if (plain && block.eightBit() != null) {
      renderPlain(block.eightBit(), argb);
    } else if (plain && block.sixteenBit() != null) {
      renderPlain(block.sixteenBit(), argb);
    } else {
      renderAny(block, argb);
    }
    return argb;
  }

  private void renderPlain(byte[] samples, int[] argb) {
    int bands = layout.bands();
    int red = colours.red();
    int green = colours.green();
    int blue = colours.blue();
    for (int i = 0, at = 0; i < argb.length; i++, at += bands) {
      argb[i] =
          OPAQUE
              | (samples[at + red] & 0xFF) << 16
              | (samples[at + green] & 0xFF) << 8
              | samples[at + blue] & 0xFF;
    }
  }

  private void renderPlain(short[] samples, int[] argb) {
    int bands = layout.bands();
    int red = colours.red();
    int green = colours.green();
    int blue = colours.blue();
    for (int i = 0, at = 0; i < argb.length; i++, at += bands) {
      argb[i] =
          OPAQUE
              | (table[samples[at + red] & 0xFFFF] & 0xFF) << 16
              | (table[samples[at + green] & 0xFFFF] & 0xFF) << 8
              | table[samples[at + blue] & 0xFFFF] & 0xFF;
    }
  }

  private void renderAny(SampleBlock block, int[] argb) {
    int bands = layout.bands();
    for (int i = 0, at = 0; i < argb.length; i++, at += bands) {
      int alpha = layout.alpha() < 0 ? 255 : opacity(block, at + layout.alpha());
      int red = colour(block, at + colours.red(), alpha);
      int green = colour(block, at + colours.green(), alpha);
      int blue = colour(block, at + colours.blue(), alpha);
      int opaque = alpha == 0 || isNodata(block, at) ? 0 : OPAQUE;
      argb[i] = opaque | red << 16 | green << 8 | blue;
    }
  }

  /** Counts the 16-bit samples that would be seen. */
  void count(SampleBlock block, long[] histogram) {
    int pixels = block.sixteenBit() == null ? 0 : block.pixels();
    for (int i = 0; i < pixels; i++) {
      int at = i * layout.bands();
      boolean hidden = layout.alpha() >= 0 && block.sample(at + layout.alpha()) == 0;
      if (!hidden && !isNodata(block, at)) {
        histogram[block.sample(at + colours.red())]++;
        histogram[block.sample(at + colours.green())]++;
        histogram[block.sample(at + colours.blue())]++;
      }
    }
  }

  private static int opacity(SampleBlock block, int at) {
    int value = block.sample(at);
    return block.eightBit() != null ? value : (value * 255 + 32_767) / 65_535;
  }

  /** A colour as it looks on white paper, which is what most viewers put behind a picture. */
  private int colour(SampleBlock block, int at, int alpha) {
    int value = block.sample(at);
    int eight = block.eightBit() != null ? value : table[value] & 0xFF;
    int seen = layout.inverted() ? 255 - eight : eight;
    if (alpha == 255) {
      return seen;
    }
    int weighted = layout.premultiplied() ? seen * 255 : seen * alpha;
    return Math.min(255, (weighted + (255 - alpha) * 255 + 127) / 255);
  }

  private boolean isNodata(SampleBlock block, int at) {
    return nodata != null
        && block.sample(at + colours.red()) == nodata
        && block.sample(at + colours.green()) == nodata
        && block.sample(at + colours.blue()) == nodata;
  }
}
