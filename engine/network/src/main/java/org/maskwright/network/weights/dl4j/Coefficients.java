package org.maskwright.network.weights.dl4j;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.zip.ZipException;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.network.weights.TensorType;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.archive.Member;

/**
 * The row of all parameters of a network as ND4J writes it: a shape, then numbers with their
 * highest byte first, compressed. To be read anywhere it has to be unpacked.
 */
final class Coefficients {

  private static final int PIECE = 1 << 16;
  private static final int MAX_SHAPE = 64;

  private final String file;
  private final Member member;

  Coefficients(String file, Member member) {
    this.file = file;
    this.member = member;
  }

  /** Writes exactly so many numbers as plain floats. */
  void unpack(long count, OutputStream out) throws IOException {
    try (DataInputStream in = new DataInputStream(member.open())) {
      skipShape(in);
      Header header = header(in);
      TensorType type = type(header.type());
      if (header.length() != count) {
        throw damaged("it has " + header.length() + " numbers for " + count + " parameters");
      }
      copy(in, out, type, count);
      if (in.read() >= 0) {
        throw damaged("something follows its last number");
      }
    } catch (ZipException | UTFDataFormatException | EOFException e) {
      throw new DataException(
          Problem.of(WeightsProblem.DAMAGED, file, "\"" + member.name() + "\" is damaged"), e);
    }
  }

  /** How many numbers follow, and of which type. */
  private record Header(long length, String type) {}

  private Header header(DataInputStream in) throws IOException {
    String allocation = in.readUTF();
    return switch (allocation) {
      case "DIRECT", "HEAP", "JAVACPP" -> new Header(in.readInt(), in.readUTF());
      case "LONG_SHAPE", "MIXED_DATA_TYPES" -> new Header(in.readLong(), in.readUTF());
      default -> throw damaged("its numbers are stored in a way that is not known");
    };
  }

  private void skipShape(DataInputStream in) throws IOException {
    Header shape = header(in);
    int bytes =
        switch (shape.type()) {
          case "INT" -> Integer.BYTES;
          case "LONG" -> Long.BYTES;
          default -> throw damaged("its shape is stored in a way that is not known");
        };
    if (shape.length() < 0 || shape.length() > MAX_SHAPE) {
      throw damaged("its shape has " + shape.length() + " numbers");
    }
    in.skipNBytes(shape.length() * bytes);
  }

  private TensorType type(String name) throws DataException {
    return switch (name) {
      case "FLOAT" -> TensorType.F32;
      case "DOUBLE" -> TensorType.F64;
      case "HALF" -> TensorType.F16;
      case "BFLOAT16" -> TensorType.BF16;
      default -> throw damaged("its numbers are of another kind");
    };
  }

  private static void copy(DataInputStream in, OutputStream out, TensorType type, long count)
      throws IOException {
    byte[] theirs = new byte[PIECE * type.bytes()];
    float[] numbers = new float[PIECE];
    byte[] ours = new byte[PIECE * Float.BYTES];
    for (long done = 0; done < count; done += PIECE) {
      int now = (int) Math.min(PIECE, count - done);
      in.readFully(theirs, 0, now * type.bytes());
      ByteBuffer from = ByteBuffer.wrap(theirs, 0, now * type.bytes()).order(ByteOrder.BIG_ENDIAN);
      type.decode(from, FloatBuffer.wrap(numbers));
      ByteBuffer.wrap(ours).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(numbers, 0, now);
      out.write(ours, 0, now * Float.BYTES);
    }
  }

  private DataException damaged(String why) {
    return DataException.of(WeightsProblem.DAMAGED, file, why);
  }
}
