package org.maskwright.data.image;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.problem.DataException;

/**
 * Asks whether there is memory for a large image before it is decoded: a clear sentence is better
 * than a machine that swaps, and far better than a process that is killed.
 */
final class Memory {

  private static final long MEGABYTE = 1L << 20;

  /** Less than this is always there, or nothing works anyway. */
  private static final long ALWAYS_THERE = 256 * MEGABYTE;

  private static final Path LINUX = Path.of("/proc/meminfo");

  private Memory() {}

  /** Fails if the machine has not so many bytes to give. */
  static void requireNative(Path file, long bytes) throws IOException {
    if (bytes > ALWAYS_THERE && bytes > available()) {
      throw problem(file, bytes, available());
    }
  }

  /** An array for the pixels of an image. */
  static int[] pixels(Path file, long count) throws IOException {
    try {
      return new int[Math.toIntExact(count)];
    } catch (OutOfMemoryError e) {
      // Nothing else was being done: the heap is as it was, with room for all but this.
      throw problem(file, count * Integer.BYTES, Runtime.getRuntime().maxMemory());
    }
  }

  private static DataException problem(Path file, long needed, long available) {
    return DataException.of(
        ImageProblem.MEMORY_SHORT, file, needed / MEGABYTE + 1, available / MEGABYTE);
  }

  private static long available() throws IOException {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    if (Files.isReadable(LINUX)) {
      // What the system calls free leaves out what it would give back at once, its file cache.
      try (Stream<String> lines = Files.lines(LINUX)) {
        return lines
            .filter(line -> line.startsWith("MemAvailable:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
            .findFirst()
            .orElseGet(system::getFreeMemorySize);
      }
    }
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    return windows ? system.getFreeMemorySize() : system.getTotalMemorySize() / 2;
  }
}
