package org.maskwright.network.weights;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.maskwright.data.problem.DataException;

/**
 * An open file that is read at any place, by any thread. It is not mapped into memory: a mapped
 * file that somebody shortens takes the process with it, and Windows cannot replace it.
 */
public final class FileBytes implements Bytes, Closeable {

  private final Path path;
  private final FileChannel channel;
  private final long size;

  private FileBytes(Path path, FileChannel channel, long size) {
    this.path = path;
    this.channel = channel;
    this.size = size;
  }

  public static FileBytes open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    boolean opened = false;
    try {
      FileBytes bytes = new FileBytes(path, channel, channel.size());
      opened = true;
      return bytes;
    } finally {
      if (!opened) {
        channel.close();
      }
    }
  }

  public Path path() {
    return path;
  }

  /** The file's name, for messages. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  public long size() {
    return size;
  }

  @Override
  public void read(long position, ByteBuffer into) throws IOException {
    long at = position;
    while (into.hasRemaining()) {
      int count = channel.read(into, at);
      if (count < 0) {
        throw DataException.of(WeightsProblem.TRUNCATED, name(), at);
      }
      at += count;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
