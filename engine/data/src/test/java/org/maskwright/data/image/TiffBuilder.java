package org.maskwright.data.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds TIFF files byte by byte: both byte orders, both offset sizes, any tag, any page. */
public final class TiffBuilder {

  private final ByteOrder order;
  private final boolean big;
  private final List<Map<Integer, Values>> pages = new ArrayList<>();
  private final ByteBuffer out = ByteBuffer.allocate(1 << 20);

  private record Values(int type, int count, ByteBuffer bytes) {}

  public TiffBuilder(ByteOrder order, boolean big) {
    this.order = order;
    this.big = big;
    out.order(order);
    out.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
    out.putShort((short) (big ? 43 : 42));
    if (big) {
      out.putShort((short) 8).putShort((short) 0).putLong(0);
    } else {
      out.putInt(0);
    }
  }

  public static TiffBuilder small() {
    return new TiffBuilder(ByteOrder.LITTLE_ENDIAN, false);
  }

  /** Begins a page without compression; tags may be set anew afterwards. */
  public TiffBuilder page(int width, int height, int bits, int samples) {
    pages.add(new TreeMap<>());
    int[] depths = new int[samples];
    Arrays.fill(depths, bits);
    return longs(256, width)
        .longs(257, height)
        .shorts(258, depths)
        .shorts(259, 1)
        .shorts(262, samples < 3 ? 1 : 2)
        .shorts(277, samples)
        .longs(278, height);
  }

  public TiffBuilder shorts(int tag, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 2).order(order);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return values(tag, 3, values.length, bytes);
  }

  public TiffBuilder longs(int tag, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(order);
    for (int value : values) {
      bytes.putInt(value);
    }
    return values(tag, 4, values.length, bytes);
  }

  public TiffBuilder reals(int tag, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 8).order(order);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return values(tag, 12, values.length, bytes);
  }

  public TiffBuilder text(int tag, String text) {
    byte[] ascii = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    return values(tag, 2, ascii.length, ByteBuffer.wrap(ascii));
  }

  private TiffBuilder values(int tag, int type, int count, ByteBuffer bytes) {
    pages.get(pages.size() - 1).put(tag, new Values(type, count, bytes));
    return this;
  }

  /** The strips of the page. */
  public TiffBuilder strips(byte[]... strips) {
    return pieces(273, 279, strips);
  }

  /** The tiles of the page. */
  public TiffBuilder tiles(int width, int height, byte[]... tiles) {
    return longs(322, width).longs(323, height).pieces(324, 325, tiles);
  }

  private TiffBuilder pieces(int offsetTag, int lengthTag, byte[]... pieces) {
    int[] offsets = new int[pieces.length];
    int[] lengths = new int[pieces.length];
    for (int i = 0; i < pieces.length; i++) {
      offsets[i] = out.position();
      lengths[i] = pieces[i].length;
      out.put(pieces[i]);
    }
    return longs(offsetTag, offsets).longs(lengthTag, lengths);
  }

  public byte[] build() {
    int link = big ? 8 : 4;
    for (Map<Integer, Values> page : pages) {
      align();
      putOffset(link, out.position());
      link = writePage(page);
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  private int writePage(Map<Integer, Values> page) {
    int entry = out.position() + (big ? 8 : 2);
    int entrySize = big ? 20 : 12;
    int link = entry + entrySize * page.size();
    putCount(page.size());
    out.position(link + (big ? 8 : 4));
    for (var tag : page.entrySet()) {
      Values values = tag.getValue();
      out.putShort(entry, tag.getKey().shortValue()).putShort(entry + 2, (short) values.type);
      putOffset(entry + 4, values.count);
      int place = entry + (big ? 12 : 8);
      if (values.bytes.capacity() <= (big ? 8 : 4)) {
        out.put(place, values.bytes, 0, values.bytes.capacity());
      } else {
        align();
        putOffset(place, out.position());
        out.put(values.bytes.rewind());
      }
      entry += entrySize;
    }
    return link;
  }

  private void putCount(int count) {
    if (big) {
      out.putLong(count);
    } else {
      out.putShort((short) count);
    }
  }

  private void putOffset(int at, int offset) {
    if (big) {
      out.putLong(at, offset);
    } else {
      out.putInt(at, offset);
    }
  }

  private void align() {
    out.position((out.position() + 7) & ~7);
  }
}
