package org.maskwright.data.image.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.maskwright.data.problem.DataException;

/**
 * Random access to the bytes of a file from outside. Whatever its numbers claim, reading beyond the
 * end is a typed error, and nothing is ever allocated that the file could not fill.
 */
public final class FileBytes implements Closeable {

  private static final int WINDOW = 1 << 13;

  private final Path path;
  private final FileChannel channel;
  private final long size;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long windowStart;

  private FileBytes(Path path, FileChannel channel, long size) {
    this.path = path;
    this.channel = channel;
    this.size = size;
  }

  public static FileBytes open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw DataException.of(ImageProblem.DIRECTORY, path);
    }
    FileChannel channel = null;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ);
      FileBytes bytes = new FileBytes(path, channel, channel.size());
      if (bytes.size == 0) {
        throw bytes.problem(ImageProblem.EMPTY);
      }
      channel = null;
      return bytes;
    } catch (NoSuchFileException e) {
      throw DataException.of(ImageProblem.MISSING, path);
    } catch (AccessDeniedException e) {
      throw DataException.of(ImageProblem.UNREADABLE, path, "access denied");
    } catch (DataException e) {
      throw e;
    } catch (IOException e) {
      throw DataException.of(ImageProblem.UNREADABLE, path, String.valueOf(e.getMessage()));
    } finally {
      if (channel != null) {
        channel.close();
      }
    }
  }

  public Path path() {
    return path;
  }

  public long size() {
    return size;
  }

  public int u8(long at) throws IOException {
    return at(at, 1).get() & 0xFF;
  }

  public int u16(long at, ByteOrder order) throws IOException {
    return at(at, 2).order(order).getShort() & 0xFFFF;
  }

  public long u32(long at, ByteOrder order) throws IOException {
    return at(at, 4).order(order).getInt() & 0xFFFFFFFFL;
  }

  public int s32(long at, ByteOrder order) throws IOException {
    return at(at, 4).order(order).getInt();
  }

  public long s64(long at, ByteOrder order) throws IOException {
    return at(at, 8).order(order).getLong();
  }

  /** True if these characters stand at this place; false as well if the file ends before them. */
  public boolean has(long at, String ascii) throws IOException {
    if (at < 0 || at > size - ascii.length()) {
      return false;
    }
    ByteBuffer found = at(at, ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      if ((found.get() & 0xFF) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  public byte[] bytes(long at, long length) throws IOException {
    if (length < 0 || length > Integer.MAX_VALUE - 8) {
      throw problem(ImageProblem.CORRUPT, "a length of " + length);
    }
    require(at, length);
    byte[] bytes = new byte[(int) length];
    read(at, ByteBuffer.wrap(bytes));
    return bytes;
  }

  /** Fills a buffer from a place in the file. */
  public void read(long at, ByteBuffer into) throws IOException {
    require(at, into.remaining());
    long next = at;
    while (into.hasRemaining()) {
      int count;
      try {
        count = channel.read(into, next);
      } catch (IOException e) {
        throw problem(ImageProblem.UNREADABLE, String.valueOf(e.getMessage()));
      }
      if (count < 0) {
        // The file has shrunk since it was opened.
        throw problem(ImageProblem.TRUNCATED);
      }
      next += count;
    }
  }

  /** Fails unless the file has so many bytes at this place. */
  public void require(long at, long length) throws IOException {
    if (at < 0 || length < 0 || at > size - length) {
      throw problem(ImageProblem.TRUNCATED);
    }
  }

  /** A problem whose first argument is this file. */
  public DataException problem(ImageProblem code, Object... more) {
    Object[] arguments = new Object[more.length + 1];
    arguments[0] = path;
    System.arraycopy(more, 0, arguments, 1, more.length);
    return DataException.of(code, arguments);
  }

  private ByteBuffer at(long at, int length) throws IOException {
    require(at, length);
    if (at < windowStart || at + length > windowStart + window.limit()) {
      window.clear().limit((int) Math.min(WINDOW, size - at));
      windowStart = at;
      try {
        read(at, window);
        window.flip();
      } catch (IOException e) {
        window.limit(0);
        throw e;
      }
    }
    return window.position((int) (at - windowStart));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
