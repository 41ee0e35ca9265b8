package org.maskwright.network.weights.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.TensorType;

/** An array of floating point numbers, and where they lie one after another. */
record Dataset(Shape shape, TensorType type, long address) {

  private static final int FLOATING = 1;
  private static final int HIGH_FIRST = 0x41;
  private static final int CONTIGUOUS = 1;
  private static final int NO_EXTENT = 2;

  /** What such a header describes; empty for texts, counters and the like. */
  static Optional<Dataset> read(Fields fields, String name, ObjectHeader header)
      throws IOException {
    Optional<ByteBuffer> space = header.message(ObjectHeader.DATASPACE);
    Optional<ByteBuffer> kind = header.message(ObjectHeader.DATATYPE);
    Optional<ByteBuffer> layout = header.message(ObjectHeader.LAYOUT);
    if (space.isEmpty() || kind.isEmpty() || layout.isEmpty()) {
      return Optional.empty();
    }
    if ((kind.get().get(0) & 0xF) != FLOATING) {
      return Optional.empty();
    }
    Shape shape = shape(fields, name, space.get());
    TensorType type = type(fields, name, kind.get());
    if (header.message(ObjectHeader.FILTERS).isPresent()) {
      throw fields.unsupported("\"" + name + "\" is compressed");
    }
    long bytes = shape.elements() * type.bytes();
    return Optional.of(new Dataset(shape, type, address(fields, name, layout.get(), bytes)));
  }

  private static Shape shape(Fields fields, String name, ByteBuffer message) throws IOException {
    int version = message.get();
    int axes = message.get() & 0xFF;
    if (version < 1 || version > 2) {
      throw fields.unsupported("\"" + name + "\" has its shape in version " + version);
    }
    if (axes > Shape.MAX_AXES) {
      throw fields.overLimit("\"" + name + "\" has " + axes + " axes");
    }
    if (version == 2 && message.get(3) == NO_EXTENT) {
      return Shape.of(0);
    }
    int first = version == 1 ? 8 : 4;
    List<Long> sizes = new ArrayList<>();
    for (int axis = 0; axis < axes; axis++) {
      sizes.add(message.getLong(first + axis * Long.BYTES));
    }
    Shape shape = new Shape(sizes);
    if (!shape.isReasonable()) {
      throw fields.overLimit("\"" + name + "\" has the shape " + shape);
    }
    return shape;
  }

  private static TensorType type(Fields fields, String name, ByteBuffer message)
      throws IOException {
    if ((message.get(1) & HIGH_FIRST) != 0) {
      throw fields.unsupported("\"" + name + "\" has the highest byte of its numbers first");
    }
    int bytes = message.getInt(4);
    int exponent = message.get(13);
    for (TensorType type : TensorType.values()) {
      if (type.isReal() && type.bytes() == bytes && exponentBits(type) == exponent) {
        return type;
      }
    }
    throw fields.unsupported("\"" + name + "\" has numbers of " + bytes + " bytes");
  }

  private static int exponentBits(TensorType type) {
    return switch (type) {
      case F16 -> 5;
      case F64 -> 11;
      default -> 8;
    };
  }

  private static long address(Fields fields, String name, ByteBuffer message, long bytes)
      throws IOException {
    int version = message.get();
    int layout = message.get();
    if (version < 3 || version > 4 || layout != CONTIGUOUS) {
      throw fields.unsupported("\"" + name + "\" does not lie in one piece");
    }
    long address = message.getLong();
    long size = message.getLong();
    if (bytes == 0) {
      return 0;
    }
    if (address == Fields.NOWHERE) {
      throw fields.damaged("\"" + name + "\" was never written");
    }
    if (size != bytes) {
      throw fields.damaged("\"" + name + "\" does not fill its place");
    }
    fields.check(address, bytes);
    return address;
  }
}
