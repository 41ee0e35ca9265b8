package org.maskwright.data.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Replaces a file so that a reader finds either the old content or the new one, whole, whatever
 * happens in between: write beside it, sync, rename, sync the folder.
 */
public final class AtomicFile {

  private static final String TEMPORARY_SUFFIX = ".part";

  private AtomicFile() {}

  /** What is to be in the file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** True of the names that unfinished writes leave behind; nobody reads those. */
  public static boolean isTemporary(Path path) {
    return path.toString().endsWith(TEMPORARY_SUFFIX);
  }

  public static void write(Disk disk, Path target, byte[] content) throws IOException {
    write(disk, target, out -> out.write(content));
  }

  public static void write(Disk disk, Path target, Content content) throws IOException {
    Path folder =
        Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file has a folder");
    Path temporary = folder.resolve("." + target.getFileName() + TEMPORARY_SUFFIX);
    boolean written = false;
    try {
      try (Disk.Output output = disk.create(temporary)) {
        BufferedDiskStream stream = new BufferedDiskStream(output);
        content.writeTo(stream);
        stream.flush();
        output.sync();
      }
      disk.replace(temporary, target);
      written = true;
    } finally {
      if (!written) {
        disk.deleteIfExists(temporary);
      }
    }
    disk.syncFolder(folder);
  }

  /** A stream that a writer may close without closing the file under it: it has to be synced. */
  private static final class BufferedDiskStream extends OutputStream {

    private final Disk.Output output;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    BufferedDiskStream(Disk.Output output) {
      this.output = output;
    }

    @Override
    public void write(int b) throws IOException {
      if (!buffer.hasRemaining()) {
        flush();
      }
      buffer.put((byte) b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length > buffer.remaining()) {
        flush();
      }
      if (length > buffer.remaining()) {
        output.write(ByteBuffer.wrap(bytes, offset, length));
      } else {
        buffer.put(bytes, offset, length);
      }
    }

    @Override
    public void flush() throws IOException {
      buffer.flip();
      output.write(buffer);
      buffer.clear();
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
