package org.maskwright.network.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.maskwright.data.io.Disk;

/** A file of a {@link Disk} from its beginning to its end; closes it with itself. */
final class DiskStream extends InputStream {

  private final Disk.Input file;
  private final long size;
  private long position;

  DiskStream(Disk.Input file) throws IOException {
    this.file = file;
    this.size = file.size();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count = (int) Math.min(length, size - position);
    if (count <= 0) {
      return length == 0 ? 0 : -1;
    }
    file.read(ByteBuffer.wrap(into, from, count), position);
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
