package org.maskwright.data.journal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.io.Disk;
import org.maskwright.data.problem.DataException;

/**
 * One file of records: a journal, or the spare one beside it. Offsets are the journal's own, which
 * trimming does not change; only this class knows where they are in the file.
 */
final class JournalFile implements Closeable {

  private final Disk disk;
  private final Path path;
  private final JournalHeader header;
  private long end;
  private volatile Disk.@Nullable Output output;
  private Disk.@Nullable Input input;
  private volatile boolean nameIsNew;

  private JournalFile(Disk disk, Path path, JournalHeader header) {
    this.disk = disk;
    this.path = path;
    this.header = header;
    this.end = header.base();
  }

  /** A new file, in place of what was there. Its folder must be there. */
  static JournalFile create(Disk disk, Path path, JournalHeader header) throws IOException {
    JournalFile file = new JournalFile(disk, path, header);
    Disk.Output output = disk.create(path);
    file.output = output;
    file.nameIsNew = true;
    try {
      output.write(header.toBytes());
    } catch (IOException e) {
      file.closeQuietly(e);
      throw e;
    }
    return file;
  }

  /** The file of that name, its end still to be found by a scan; none if it is not a journal. */
  static Optional<JournalFile> open(Disk disk, Path path) throws IOException {
    if (!disk.exists(path)) {
      return Optional.empty();
    }
    try (Disk.Input input = disk.open(path)) {
      byte[] start = new byte[(int) Math.min(JournalHeader.SIZE, input.size())];
      input.read(ByteBuffer.wrap(start), 0);
      return JournalHeader.read(start, path.toString())
          .map(header -> new JournalFile(disk, path, header));
    }
  }

  Path path() {
    return path;
  }

  JournalHeader header() {
    return header;
  }

  /** The offset after the last intact record. */
  long end() {
    return end;
  }

  /** Decides where the records end; whatever stands behind is cut off by the next write. */
  void endAt(long newEnd) throws IOException {
    end = newEnd;
    closeOutput();
  }

  /** The offset after the last byte in the file, intact or not. */
  long available() throws IOException {
    return header.base() + input().size() - JournalHeader.SIZE;
  }

  /** Appends bytes; after a failure the next attempt starts where this one did. */
  void append(ByteBuffer bytes) throws IOException {
    int count = bytes.remaining();
    try {
      output().write(bytes);
    } catch (IOException e) {
      closeQuietly(e);
      throw e;
    }
    end += count;
  }

  /** Reads until the buffer is full. */
  void read(ByteBuffer into, long offset) throws IOException {
    input().read(into, offset - header.base() + JournalHeader.SIZE);
    if (into.hasRemaining()) {
      throw new EOFException(path.toString());
    }
  }

  /** Makes durable what was appended so far; another thread may append meanwhile. */
  void sync() throws IOException {
    Disk.Output current = output;
    if (current != null) {
      current.sync();
    }
    if (nameIsNew) {
      disk.syncFolder(folder());
      nameIsNew = false;
    }
  }

  void delete() throws IOException {
    close();
    disk.deleteIfExists(path);
    disk.syncFolder(folder());
  }

  private Path folder() {
    return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file has a folder");
  }

  private Disk.Output output() throws IOException {
    Disk.Output current = output;
    if (current == null) {
      if (!disk.exists(path)) {
        // Opening would create an empty file without a header where the journal was.
        throw DataException.of(JournalProblem.GONE, path);
      }
      current = disk.append(path);
      output = current;
      current.truncate(end - header.base() + JournalHeader.SIZE);
    }
    return current;
  }

  private Disk.Input input() throws IOException {
    if (input == null) {
      input = disk.open(path);
    }
    return input;
  }

  private void closeOutput() throws IOException {
    Disk.Output current = output;
    output = null;
    if (current != null) {
      current.close();
    }
  }

  private void closeQuietly(IOException reason) {
    try {
      close();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    Disk.Input opened = input;
    input = null;
    try {
      closeOutput();
    } finally {
      if (opened != null) {
        opened.close();
      }
    }
  }
}
