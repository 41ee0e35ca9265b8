package org.maskwright.protocol;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.maskwright.data.problem.DataException;

/** Bytes in bulk, deflated for the way. */
public final class Planes {

  private Planes() {}

  public static ByteString pack(byte[] plane) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plane.length / 8 + 64);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(plane);
    } finally {
      deflater.end();
    }
    return UnsafeByteOperations.unsafeWrap(packed.toByteArray());
  }

  public static ByteString pack(float[] numbers) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(numbers.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    return pack(bytes.array());
  }

  /**
   * Unpacks a plane of exactly this many bytes; anything else is refused before it fills memory.
   */
  public static byte[] unpack(ByteString packed, int length) throws DataException {
    byte[] plane = new byte[length];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed.asReadOnlyByteBuffer());
      int done = 0;
      while (done < length) {
        int got = inflater.inflate(plane, done, length - done);
        if (got == 0) {
          throw broken("a plane is shorter than its image");
        }
        done += got;
      }
      if (inflater.inflate(new byte[1]) > 0) {
        throw broken("a plane is longer than its image");
      }
      return plane;
    } catch (DataFormatException e) {
      throw broken("a plane is damaged");
    } finally {
      inflater.end();
    }
  }

  public static float[] unpackFloats(ByteString packed, int count) throws DataException {
    byte[] bytes = unpack(packed, Math.multiplyExact(count, Float.BYTES));
    float[] numbers = new float[count];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
    return numbers;
  }

  private static DataException broken(String why) {
    return DataException.of(ProtocolProblem.ANSWER_BAD, why);
  }
}
