package org.maskwright.network.weights.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a file says about one object, message by message; of each kind the first counts. */
final class ObjectHeader {

  static final int DATASPACE = 0x01;
  static final int DATATYPE = 0x03;
  static final int LAYOUT = 0x08;
  static final int FILTERS = 0x0B;
  static final int SYMBOL_TABLE = 0x11;
  private static final int CONTINUATION = 0x10;

  private static final int FORM = 1;
  private static final int PREFIX = 16;
  private static final int MESSAGE_PREFIX = 8;
  private static final int SHARED = 2;

  private static final int MAX_BLOCKS = 100;

  /** Messages that are of interest are short. */
  private static final int MAX_MESSAGE = 1 << 16;

  private final Fields fields;
  private final Map<Integer, ByteBuffer> messages = new HashMap<>();

  private ObjectHeader(Fields fields) {
    this.fields = fields;
  }

  private record Block(long address, long length) {}

  static ObjectHeader read(Fields fields, long address) throws IOException {
    ByteBuffer prefix = fields.at(address, PREFIX);
    if (prefix.get() != FORM) {
      throw fields.unsupported("objects in another form (byte " + address + ")");
    }
    int count = prefix.getShort(2) & 0xFFFF;
    fields.count(1 + count);
    ObjectHeader header = new ObjectHeader(fields);
    header.read(new Block(address + PREFIX, prefix.getInt(8) & 0xFFFF_FFFFL), count);
    return header;
  }

  private void read(Block first, int count) throws IOException {
    Deque<Block> blocks = new ArrayDeque<>();
    blocks.add(first);
    int left = count;
    for (int seen = 0; !blocks.isEmpty(); seen++) {
      if (seen == MAX_BLOCKS) {
        throw fields.overLimit("an object is scattered over the file");
      }
      Block block = blocks.remove();
      fields.check(block.address(), block.length());
      long at = block.address();
      long end = at + block.length();
      for (; left > 0 && at + MESSAGE_PREFIX <= end; left--) {
        ByteBuffer prefix = fields.at(at, MESSAGE_PREFIX);
        int type = prefix.getShort() & 0xFFFF;
        int size = prefix.getShort() & 0xFFFF;
        int flags = prefix.get();
        at += MESSAGE_PREFIX;
        if (size > end - at) {
          throw fields.damaged("a message of an object is longer than the object");
        }
        if (type == CONTINUATION) {
          ByteBuffer place = fields.at(at, 2 * Long.BYTES);
          blocks.add(new Block(place.getLong(), place.getLong()));
        } else {
          keep(type, flags, at, size);
        }
        at += size;
      }
    }
  }

  private void keep(int type, int flags, long at, int size) throws IOException {
    boolean wanted =
        switch (type) {
          case DATASPACE, DATATYPE, LAYOUT, FILTERS, SYMBOL_TABLE -> true;
          default -> false;
        };
    if (!wanted) {
      return;
    }
    if ((flags & SHARED) != 0) {
      throw fields.unsupported("types that are shared between arrays");
    }
    messages.putIfAbsent(type, fields.at(at, Math.min(size, MAX_MESSAGE)));
  }

  Optional<ByteBuffer> message(int type) {
    return Optional.ofNullable(messages.get(type));
  }
}
