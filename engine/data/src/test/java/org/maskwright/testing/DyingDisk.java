package org.maskwright.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.maskwright.data.io.Disk;

/**
 * A disk under a program that dies at a certain change: half of what was being written has arrived,
 * and nothing is changed any more, not even by those who clean up.
 */
public final class DyingDisk implements Disk {

  private final Disk disk;
  private int left;

  /** Lets so many changes pass. */
  public DyingDisk(Disk disk, int changes) {
    this.disk = disk;
    this.left = changes;
  }

  /** The end of the program, which nobody catches. */
  public static final class Died extends RuntimeException {

    private static final long serialVersionUID = 1;

    Died() {
      super("the program died", null, false, false);
    }
  }

  /** How many changes were not made. */
  public int left() {
    return left;
  }

  private void live() {
    if (left == 0) {
      throw new Died();
    }
    left--;
  }

  @Override
  public Output create(Path path) throws IOException {
    live();
    return new DyingOutput(disk.create(path));
  }

  @Override
  public Output append(Path path) throws IOException {
    live();
    return new DyingOutput(disk.append(path));
  }

  @Override
  public byte[] read(Path path) throws IOException {
    return disk.read(path);
  }

  @Override
  public Input open(Path path) throws IOException {
    return disk.open(path);
  }

  @Override
  public boolean exists(Path path) {
    return disk.exists(path);
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    live();
    disk.replace(from, to);
  }

  @Override
  public void deleteIfExists(Path path) throws IOException {
    live();
    disk.deleteIfExists(path);
  }

  @Override
  public void createFolders(Path folder) throws IOException {
    live();
    disk.createFolders(folder);
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    live();
    disk.syncFolder(folder);
  }

  /** A file open for writing. */
  private final class DyingOutput implements Output {

    private final Output output;

    DyingOutput(Output output) {
      this.output = output;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      if (left == 0) {
        output.write(bytes.slice(bytes.position(), bytes.remaining() / 2));
      }
      live();
      output.write(bytes);
    }

    @Override
    public void sync() throws IOException {
      live();
      output.sync();
    }

    @Override
    public void truncate(long size) throws IOException {
      live();
      output.truncate(size);
    }

    @Override
    public long size() throws IOException {
      return output.size();
    }

    @Override
    public void close() throws IOException {
      output.close();
    }
  }
}
