package org.maskwright.network.server.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.RealDisk;

/**
 * The curve of a job, a line a point. Lines are only ever added, so that a window which comes back
 * goes on from the line it had; what is done again after a crash is said again.
 */
final class CurveFile {

  private static final String NAME = "curve.jsonl";
  private static final int BLOCK = 1 << 16;

  private final Path file;

  CurveFile(Path jobFolder) {
    this.file = jobFolder.resolve(NAME);
  }

  /** Adds a line; one that a crash cut short before it is ended first. */
  void append(String line) throws IOException {
    try (Disk.Output out = RealDisk.INSTANCE.append(file)) {
      String lead = endsWithinALine() ? "\n" : "";
      out.write(ByteBuffer.wrap((lead + line + "\n").getBytes(StandardCharsets.UTF_8)));
    }
  }

  private boolean endsWithinALine() throws IOException {
    long size = Files.size(file);
    if (size == 0) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.read(last, size - 1);
      return last.get(0) != '\n';
    }
  }

  /** Reads whole lines from a place on; knows how far it came. */
  final class Reader {

    private long at;

    /** At most about so many bytes' worth of lines; none if there is nothing new. */
    List<String> next() throws IOException {
      List<String> lines = new ArrayList<>();
      if (!Files.exists(file)) {
        return lines;
      }
      try (FileChannel channel = FileChannel.open(file)) {
        int length = BLOCK;
        int end = 0;
        byte[] bytes = new byte[0];
        while (end == 0 && at + bytes.length < channel.size()) {
          ByteBuffer block = ByteBuffer.allocate(length);
          channel.read(block, at);
          bytes = java.util.Arrays.copyOf(block.array(), block.position());
          end = lastLineEnd(bytes);
          length *= 2;
        }
        new String(bytes, 0, end, StandardCharsets.UTF_8).lines().forEach(lines::add);
        at += end;
      }
      return lines;
    }

    private static int lastLineEnd(byte[] bytes) {
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      return end;
    }
  }
}
