package org.maskwright.network.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A log of bounded size: when it is full it becomes the old one, and the one before that goes. */
final class RotatingLog extends OutputStream {

  private static final String NAME = "engine";

  private final Path file;
  private final long maxBytes;
  private OutputStream out;
  private long size;

  RotatingLog(Path folder, long maxBytes) throws IOException {
    Files.createDirectories(folder);
    this.file = folder.resolve(NAME + ".log");
    this.maxBytes = maxBytes;
    this.out = open();
    this.size = Files.size(file);
  }

  /** Lets everything that the program prints go into a log in this folder. */
  static void takeOver(Path folder, long maxBytes) throws IOException {
    PrintStream log =
        new PrintStream(new RotatingLog(folder, maxBytes), true, StandardCharsets.UTF_8);
    System.setErr(log);
    System.setOut(log);
  }

  private OutputStream open() throws IOException {
    return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    if (size > 0 && size + length > maxBytes) {
      out.close();
      Files.move(file, file.resolveSibling(NAME + ".old.log"), StandardCopyOption.REPLACE_EXISTING);
      out = open();
      size = 0;
    }
    out.write(bytes, offset, length);
    size += length;
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
