package org.maskwright.data.image.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.maskwright.data.image.file.FileBytes;

/**
 * A TIFF file of one strip around the coded bytes of one piece of a larger one. A decoder that only
 * knows whole files thus decodes any part of a file of any size, and whatever the page around it
 * says about orientation, thumbnails or metadata stays outside.
 */
public final class MiniTiff {

  private static final int HEADER = 8;
  private static final int ENTRY = 12;

  private final ByteOrder order;
  private final long pixels;
  private final TiffPiece.Extent data;
  private final List<RawTag> tags = new ArrayList<>();

  MiniTiff(ByteOrder order, int width, int height, TiffPiece.Extent data) {
    this.order = order;
    this.pixels = (long) width * height;
    this.data = data;
    add(RawTag.ofLong(TiffTag.WIDTH, width, order));
    add(RawTag.ofLong(TiffTag.HEIGHT, height, order));
    add(RawTag.ofLong(TiffTag.STRIP_OFFSETS, HEADER, order));
    add(RawTag.ofLong(TiffTag.ROWS_PER_STRIP, height, order));
    add(RawTag.ofLong(TiffTag.STRIP_BYTE_COUNTS, data.length(), order));
  }

  void add(RawTag tag) {
    tags.add(tag);
  }

  public long size() {
    long values = tags.stream().mapToLong(tag -> tag.values().capacity() + 1L).sum();
    return HEADER + data.length() + 1 + 2 + (long) ENTRY * tags.size() + 4 + values;
  }

  /** How many bytes a decoder makes of it at most: four channels, if they are not bands of grey. */
  public long unpackedSize(int bits) {
    return pixels * (bits > 8 ? 2 : 4);
  }

  /** Writes the file; the coded bytes go straight from the larger one into the buffer. */
  public void write(FileBytes file, ByteBuffer into) throws IOException {
    into.order(order);
    int directory = even((int) (HEADER + data.length()));
    into.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4D4D));
    into.putShort((short) 42);
    into.putInt(directory);
    into.limit((int) (HEADER + data.length()));
    file.read(data.offset(), into);
    into.limit(into.capacity()).position(directory);
    tags.sort(Comparator.comparingInt(RawTag::tag));
    int values = even(directory + 2 + ENTRY * tags.size() + 4);
    into.putShort((short) tags.size());
    for (RawTag tag : tags) {
      into.putShort((short) tag.tag()).putShort((short) tag.type()).putInt((int) tag.count());
      int length = tag.values().capacity();
      if (length <= 4) {
        into.putInt(into.position(), 0);
        into.put(into.position(), tag.values(), 0, length).position(into.position() + 4);
      } else {
        into.putInt(values);
        into.put(values, tag.values(), 0, length);
        values = even(values + length);
      }
    }
    into.putInt(0).position(0).limit(values);
  }

  private static int even(int offset) {
    return offset + (offset & 1);
  }
}
