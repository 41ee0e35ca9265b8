package org.maskwright.data.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;

/** The machine's own file system. */
public final class RealDisk implements Disk {

  public static final Disk INSTANCE = new RealDisk();

  /** Windows can't open a folder, and makes names durable with the file. */
  private static final boolean FOLDERS_OPEN =
      !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

  private RealDisk() {}

  @Override
  public Output create(Path path) throws IOException {
    return open(
        path,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  @Override
  public Output append(Path path) throws IOException {
    ChannelOutput output = open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    output.channel.position(output.channel.size());
    return output;
  }

  private static ChannelOutput open(Path path, OpenOption... options) throws IOException {
    return new ChannelOutput(FileChannel.open(path, options));
  }

  @Override
  public byte[] read(Path path) throws IOException {
    return Files.readAllBytes(path);
  }

  @Override
  public Input open(Path path) throws IOException {
    return new ChannelInput(FileChannel.open(path, StandardOpenOption.READ));
  }

  @Override
  public boolean exists(Path path) {
    return Files.exists(path);
  }

  @Override
  public long size(Path path) throws IOException {
    return Files.size(path);
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      // Some network shares have no atomic rename; a plain one still never shows half a file.
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void deleteIfExists(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  @Override
  public void createFolders(Path folder) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path path = folder.toAbsolutePath();
        path != null && !Files.exists(path);
        path = path.getParent()) {
      missing.push(path);
    }
    Files.createDirectories(folder);
    for (Path created : missing) {
      syncFolder(Objects.requireNonNull(created.getParent(), "a root is never missing"));
    }
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    if (FOLDERS_OPEN) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** A file behind a channel that writes until the last byte is gone. */
  private record ChannelOutput(FileChannel channel) implements Output {

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }

    @Override
    public void sync() throws IOException {
      channel.force(true);
    }

    @Override
    public void truncate(long size) throws IOException {
      channel.truncate(size);
      channel.position(size);
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** A file behind a channel that reads until the buffer is full or the file ends. */
  private record ChannelInput(FileChannel channel) implements Input {

    @Override
    public void read(ByteBuffer into, long position) throws IOException {
      long at = position;
      int count = 0;
      while (into.hasRemaining() && count >= 0) {
        count = channel.read(into, at);
        at += count;
      }
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
