package org.maskwright.network.train;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.Disk;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.FlatParameters;

/**
 * The state of a training in one file: position, parameters and what the optimiser remembers, as
 * raw numbers behind a header, with a checksum at the end. A whole file or none: it is replaced
 * atomically, and one that is not whole is refused before it changes anything.
 */
public final class Checkpoint {

  private static final int MAGIC = 0x4D574350;
  private static final int VERSION = 1;
  private static final int BLOCK = 1 << 16;

  private Checkpoint() {}

  /**
   * Writes a checkpoint.
   *
   * @param fingerprint of the settings and the architecture that it belongs to
   */
  public static void write(
      Disk disk,
      Path file,
      String fingerprint,
      TrainingPosition position,
      List<FlatParameters> rows)
      throws IOException {
    AtomicFile.write(
        disk,
        file,
        stream -> {
          CheckedOutputStream checked = new CheckedOutputStream(stream, new CRC32());
          DataOutputStream out = new DataOutputStream(checked);
          out.writeInt(MAGIC);
          out.writeInt(VERSION);
          out.writeUTF(fingerprint);
          out.writeInt(position.epoch());
          out.writeInt(position.batch());
          out.writeLong(position.updates());
          out.writeDouble(position.bestMeanIu());
          out.writeInt(position.bestEpoch());
          out.writeInt(rows.size());
          for (FlatParameters row : rows) {
            writeRow(out, row);
          }
          out.writeLong(checked.getChecksum().getValue());
          out.flush();
        });
  }

  private static void writeRow(DataOutputStream out, FlatParameters row) throws IOException {
    out.writeLong(row.count());
    float[] numbers = new float[BLOCK];
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long at = 0; at < row.count(); at += BLOCK) {
      int length = (int) Math.min(BLOCK, row.count() - at);
      row.read(at, numbers, length);
      bytes.asFloatBuffer().put(numbers, 0, length);
      out.write(bytes.array(), 0, length * Float.BYTES);
    }
  }

  /** Reads a checkpoint into these rows; they change only if the file is whole. */
  public static TrainingPosition read(
      Disk disk, Path file, String fingerprint, List<FlatParameters> rows) throws IOException {
    check(disk, file);
    try (DataInputStream in = new DataInputStream(open(disk, file))) {
      TrainingPosition position = readHead(in, file, fingerprint);
      if (in.readInt() != rows.size()) {
        throw DataException.of(TrainingProblem.CHECKPOINT_OTHER, file, "the optimiser");
      }
      for (FlatParameters row : rows) {
        readRow(in, file, row);
      }
      return position;
    }
  }

  private static TrainingPosition readHead(DataInputStream in, Path file, String fingerprint)
      throws IOException {
    if (in.readInt() != MAGIC) {
      throw DataException.of(TrainingProblem.CHECKPOINT_DAMAGED, file, "its first bytes");
    }
    if (in.readInt() > VERSION) {
      throw DataException.of(TrainingProblem.CHECKPOINT_NEWER, file);
    }
    if (!in.readUTF().equals(fingerprint)) {
      throw DataException.of(
          TrainingProblem.CHECKPOINT_OTHER, file, "a setting or the network's shape");
    }
    return new TrainingPosition(
        in.readInt(), in.readInt(), in.readLong(), in.readDouble(), in.readInt());
  }

  private static void readRow(DataInputStream in, Path file, FlatParameters row)
      throws IOException {
    if (in.readLong() != row.count()) {
      throw DataException.of(TrainingProblem.CHECKPOINT_OTHER, file, "the number of parameters");
    }
    byte[] bytes = new byte[BLOCK * Float.BYTES];
    float[] numbers = new float[BLOCK];
    for (long at = 0; at < row.count(); at += BLOCK) {
      int length = (int) Math.min(BLOCK, row.count() - at);
      in.readFully(bytes, 0, length * Float.BYTES);
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers, 0, length);
      row.write(at, numbers, length);
    }
  }

  private static InputStream open(Disk disk, Path file) throws IOException {
    return new BufferedInputStream(new DiskStream(disk.open(file)), BLOCK);
  }

  /** Reads the whole file once for its checksum. */
  private static void check(Disk disk, Path file) throws IOException {
    long rest = disk.size(file) - Long.BYTES;
    try (CheckedInputStream in = new CheckedInputStream(open(disk, file), new CRC32())) {
      byte[] bytes = new byte[BLOCK];
      while (rest > 0) {
        int got = in.read(bytes, 0, (int) Math.min(bytes.length, rest));
        if (got < 0) {
          throw new EOFException(file.toString());
        }
        rest -= got;
      }
      long sum = in.getChecksum().getValue();
      if (rest < 0 || new DataInputStream(in).readLong() != sum) {
        throw DataException.of(TrainingProblem.CHECKPOINT_DAMAGED, file, "its checksum");
      }
    }
  }

  /** The rows of a checkpoint in their order. */
  public static List<FlatParameters> rows(FlatParameters parameters, List<FlatParameters> memory) {
    List<FlatParameters> rows = new ArrayList<>();
    rows.add(parameters);
    rows.addAll(memory);
    return rows;
  }
}
