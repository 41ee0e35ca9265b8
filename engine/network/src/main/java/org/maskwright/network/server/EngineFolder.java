package org.maskwright.network.server;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.format.FolderTree;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.server.call.ServerProblem;
import org.maskwright.protocol.ReadyFile;

/** The folder that an engine keeps its own things in; only one engine at a time has it. */
final class EngineFolder implements Closeable {

  private static final long LOOK_NANOS = 50_000_000L;

  private final Path root;
  private final FileChannel channel;

  private EngineFolder(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /**
   * Takes the folder, or says that another engine has it.
   *
   * @param patienceMillis how long to wait for one that is about to end
   */
  static EngineFolder take(Path root, long patienceMillis) throws IOException {
    ReadyFile.createPrivateFolder(root);
    FileChannel channel =
        FileChannel.open(
            root.resolve("engine.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    while (lock(channel) == null) {
      if (System.nanoTime() - end < 0) {
        LockSupport.parkNanos(LOOK_NANOS);
        continue;
      }
      channel.close();
      throw DataException.of(ServerProblem.ENGINE_RUNS, root);
    }
    EngineFolder folder = new EngineFolder(root, channel);
    folder.prepare();
    return folder;
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // This very program has it.
      return null;
    }
  }

  /** What a killed engine was decoding is of no use any more. */
  private void prepare() throws IOException {
    FolderTree.delete(incoming());
    Files.createDirectories(incoming());
    Files.createDirectories(contents());
  }

  /** Files that are there for a moment. */
  Path incoming() {
    return root.resolve("incoming");
  }

  /** The jobs, a folder each. */
  Path jobs() {
    return root.resolve("jobs");
  }

  /** What windows have sent. */
  Path contents() {
    return root.resolve("contents");
  }

  /** Frees the folder; the lock goes with the channel. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
