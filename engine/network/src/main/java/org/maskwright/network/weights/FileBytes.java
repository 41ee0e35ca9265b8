package org.maskwright.network.weights;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import org.maskwright.data.problem.DataException;

/**
 * An open file that is read at any place, by any thread. It is not mapped into memory: a mapped
 * file that somebody shortens takes the process with it, and Windows cannot replace it.
 */
public final class FileBytes implements Bytes, Closeable {

  private static final Set<StandardOpenOption> SCRATCH =
      Set.of(
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);

  private final Path path;
  private final FileChannel channel;
  private final long size;

  private FileBytes(Path path, FileChannel channel, long size) {
    this.path = path;
    this.channel = channel;
    this.size = size;
  }

  public static FileBytes open(Path path) throws IOException {
    return Opened.read(
        FileChannel.open(path, StandardOpenOption.READ),
        channel -> new FileBytes(path, channel, channel.size()));
  }

  /** What a scratch file is filled with. */
  @FunctionalInterface
  public interface Filling {
    void write(OutputStream out) throws IOException;
  }

  /**
   * A file for what has to be unpacked to be read. It is gone when it is closed; on most systems it
   * has no name from the start, so that not even a program that is killed leaves it behind.
   */
  public static FileBytes scratch(Path folder, Filling filling) throws IOException {
    Path path = folder.resolve("maskwright-" + UUID.randomUUID() + ".scratch");
    return Opened.read(
        FileChannel.open(path, SCRATCH),
        channel -> {
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
          filling.write(out);
          out.flush();
          return new FileBytes(path, channel, channel.size());
        });
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
