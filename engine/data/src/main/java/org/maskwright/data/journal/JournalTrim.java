package org.maskwright.data.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.Disk;

/** Rewrites a journal without its oldest records. */
final class JournalTrim {

  private static final int CHUNK = 1 << 20;

  private JournalTrim() {}

  static JournalFile rewrite(Disk disk, JournalFile file, long from) throws IOException {
    long end = file.end();
    JournalHeader header = file.header().withBase(from);
    AtomicFile.write(
        disk,
        file.path(),
        out -> {
          out.write(header.toBytes().array());
          copy(file, from, end, out);
          // Windows replaces no file that is open.
          file.close();
        });
    JournalFile trimmed = JournalFile.open(disk, file.path()).orElseThrow();
    trimmed.endAt(end);
    return trimmed;
  }

  private static void copy(JournalFile file, long from, long end, OutputStream out)
      throws IOException {
    for (long at = from; at < end; at += CHUNK) {
      byte[] chunk = new byte[(int) Math.min(CHUNK, end - at)];
      file.read(ByteBuffer.wrap(chunk), at);
      out.write(chunk);
    }
  }
}
