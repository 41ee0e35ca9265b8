package org.maskwright.network.weights.caffe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.FileBytes;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.TensorType;
import org.maskwright.network.weights.WeightsProblem;

/** One BlobProto: a shape, new or legacy, and where its numbers lie. */
final class Blob {

  // Field numbers of BlobProto and BlobShape in caffe.proto.
  private static final int LAST_LEGACY_SIZE = 4;
  private static final int DATA = 5;
  private static final int SHAPE = 7;
  private static final int DOUBLE_DATA = 8;
  private static final int SHAPE_DIM = 1;

  private final String file;
  private final Runs numbers;
  private final long[] legacy = new long[LAST_LEGACY_SIZE];
  private final List<Long> sizes = new ArrayList<>();
  private boolean shaped;

  private Blob(FileBytes file) {
    this.file = file.name();
    this.numbers = new Runs(file);
    Arrays.fill(legacy, 1);
  }

  /** Reads the message that the cursor is in. */
  static Blob read(FileBytes file, WireCursor cursor) throws IOException {
    Blob blob = new Blob(file);
    while (cursor.nextField()) {
      blob.readField(cursor);
    }
    blob.check();
    return blob;
  }

  Shape shape() {
    return shaped ? new Shape(sizes) : Shape.of(legacy);
  }

  Runs numbers() {
    return numbers;
  }

  private void readField(WireCursor cursor) throws IOException {
    for (int field = 1; field <= LAST_LEGACY_SIZE; field++) {
      if (cursor.at(field, WireCursor.VARINT)) {
        legacy[field - 1] = cursor.varint();
        return;
      }
    }
    if (cursor.at(DATA, WireCursor.BYTES)) {
      addPacked(cursor, TensorType.F32);
    } else if (cursor.at(DATA, WireCursor.FIXED32)) {
      addSingle(cursor, TensorType.F32);
    } else if (cursor.at(DOUBLE_DATA, WireCursor.BYTES)) {
      addPacked(cursor, TensorType.F64);
    } else if (cursor.at(DOUBLE_DATA, WireCursor.FIXED64)) {
      addSingle(cursor, TensorType.F64);
    } else if (cursor.at(SHAPE, WireCursor.BYTES)) {
      shaped = true;
      long outer = cursor.enter();
      readShape(cursor);
      cursor.leave(outer);
    } else {
      cursor.skipField();
    }
  }

  private void addPacked(WireCursor cursor, TensorType type) throws IOException {
    long bytes = cursor.length();
    numbers.addPacked(cursor.position(), bytes, type);
    cursor.skip(bytes);
  }

  private void addSingle(WireCursor cursor, TensorType type) throws IOException {
    numbers.addSingle(cursor.position(), type);
    cursor.skip(type.bytes());
  }

  private void readShape(WireCursor cursor) throws IOException {
    while (cursor.nextField()) {
      if (cursor.at(SHAPE_DIM, WireCursor.BYTES)) {
        long outer = cursor.enter();
        long end = cursor.end();
        while (cursor.position() < end) {
          addSize(cursor.varint());
        }
        cursor.leave(outer);
      } else if (cursor.at(SHAPE_DIM, WireCursor.VARINT)) {
        addSize(cursor.varint());
      } else {
        cursor.skipField();
      }
    }
  }

  private void addSize(long size) throws IOException {
    if (sizes.size() == Shape.MAX_AXES) {
      throw DataException.of(
          WeightsProblem.OVER_LIMIT, file, "an array has more than " + Shape.MAX_AXES + " axes");
    }
    sizes.add(size);
  }

  private void check() throws IOException {
    Shape shape = shape();
    if (!shape.isReasonable()) {
      throw DataException.of(WeightsProblem.OVER_LIMIT, file, "an array has the shape " + shape);
    }
    if (shape.elements() != numbers.count()) {
      throw DataException.of(
          WeightsProblem.DAMAGED,
          file,
          "an array of shape " + shape + " has " + numbers.count() + " numbers");
    }
  }
}
