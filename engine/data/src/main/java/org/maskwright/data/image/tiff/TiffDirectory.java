package org.maskwright.data.image.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.image.file.ImageProblem;

/**
 * One directory of tags, as TIFF files have for each page and as EXIF is made of. Values stay in
 * the file until somebody asks for them.
 */
public final class TiffDirectory {

  private static final int MAX_ENTRIES = 4096;
  private static final int MAX_VALUES = 1 << 22;
  private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  private final TiffStream stream;
  private final Map<Integer, Entry> entries = new HashMap<>();
  private final long nextAt;

  /** Where a tag's values are: type, count, and their absolute place in the file. */
  private record Entry(int type, long count, long at) {}

  TiffDirectory(TiffStream stream, long offset) throws IOException {
    this.stream = stream;
    int countSize = stream.big() ? 8 : 2;
    long count = stream.big() ? stream.s64(offset) : stream.u16(offset);
    if (count <= 0 || count > MAX_ENTRIES) {
      throw stream.corrupt("a directory of " + count + " tags");
    }
    int entrySize = stream.big() ? 20 : 12;
    long at = offset + countSize;
    for (int i = 0; i < count; i++, at += entrySize) {
      addEntry(at);
    }
    this.nextAt = at;
  }

  private void addEntry(long at) throws IOException {
    int tag = stream.u16(at);
    int type = stream.u16(at + 2);
    long count = stream.big() ? stream.s64(at + 4) : stream.u32(at + 4);
    int valueSize = stream.big() ? 8 : 4;
    long valueAt = at + (stream.big() ? 12 : 8);
    int size = type < TYPE_SIZES.length ? TYPE_SIZES[type] : 0;
    if (size == 0 || count <= 0 || count > stream.size() / size) {
      // A private tag of an unknown type harms nobody; a wanted one will be missed by name.
      return;
    }
    long place = count * size <= valueSize ? valueAt : stream.offset(valueAt);
    entries.putIfAbsent(tag, new Entry(type, count, place));
  }

  /** Where the next directory is, or 0 after the last. */
  long next() throws IOException {
    return stream.offset(nextAt);
  }

  int size() {
    return entries.size();
  }

  public ByteOrder order() {
    return stream.order();
  }

  public boolean has(int tag) {
    return entries.containsKey(tag);
  }

  public long count(int tag) {
    Entry entry = entries.get(tag);
    return entry == null ? 0 : entry.count;
  }

  public long number(int tag, long otherwise) throws IOException {
    Entry entry = entries.get(tag);
    return entry == null ? otherwise : integer(entry, 0);
  }

  public OptionalLong number(int tag) throws IOException {
    return has(tag) ? OptionalLong.of(number(tag, 0)) : OptionalLong.empty();
  }

  /** All whole numbers of a tag; none if it is not there. */
  public long[] numbers(int tag) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null) {
      return new long[0];
    }
    requireFew(entry);
    long[] values = new long[Math.toIntExact(entry.count)];
    for (int i = 0; i < values.length; i++) {
      values[i] = integer(entry, i);
    }
    return values;
  }

  /** All real numbers of a tag; none if it is not there or holds something else. */
  public double[] reals(int tag) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null || entry.type != 12) {
      return new double[0];
    }
    requireFew(entry);
    double[] values = new double[Math.toIntExact(entry.count)];
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.longBitsToDouble(stream.s64(entry.at + 8L * i));
    }
    return values;
  }

  /** The text of a tag without what follows its closing zero, or null if it is not there. */
  public @Nullable String text(int tag) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null || entry.type != 2) {
      return null;
    }
    requireFew(entry);
    byte[] bytes = stream.bytes(entry.at, entry.count);
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /** The values of a tag as they stand in the file, in the file's byte order. */
  RawTag raw(int tag) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null) {
      throw stream.corrupt("tag " + tag + " is missing");
    }
    requireFew(entry);
    byte[] bytes = stream.bytes(entry.at, entry.count * TYPE_SIZES[entry.type]);
    return new RawTag(tag, entry.type, entry.count, ByteBuffer.wrap(bytes));
  }

  /** No tag that is read here has more values than a page has pieces. */
  private void requireFew(Entry entry) throws IOException {
    if (entry.count > MAX_VALUES) {
      throw stream.corrupt("a tag of " + entry.count + " values");
    }
    stream.require(entry.at, entry.count * TYPE_SIZES[entry.type]);
  }

  private long integer(Entry entry, long index) throws IOException {
    long at = entry.at + index * TYPE_SIZES[entry.type];
    return switch (entry.type) {
      case 1, 6, 7 -> stream.u8(at);
      case 3, 8 -> stream.u16(at);
      case 4, 9, 13 -> stream.u32(at);
      case 16, 17, 18 -> stream.s64(at);
      default -> throw stream.file().problem(ImageProblem.CORRUPT, "a tag of type " + entry.type);
    };
  }
}
