package org.maskwright.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * The memory that this program holds, in bytes.
 *
 * @param live what is left of the heap after a collection
 * @param heap what the heap has of the machine's memory
 * @param resident all of the program in memory; only Linux tells
 */
record ProgramMemory(long live, long heap, OptionalLong resident) {

  private static final Path LINUX = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";

  static ProgramMemory now() throws IOException {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    long heap = memory.getHeapMemoryUsage().getCommitted();
    OptionalLong resident = residentBytes();
    memory.gc();
    return new ProgramMemory(memory.getHeapMemoryUsage().getUsed(), heap, resident);
  }

  private static OptionalLong residentBytes() throws IOException {
    List<String> lines = Files.isReadable(LINUX) ? Files.readAllLines(LINUX) : List.of();
    return lines.stream()
        .filter(line -> line.startsWith(RESIDENT))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst();
  }
}
