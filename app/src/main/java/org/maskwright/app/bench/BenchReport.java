package org.maskwright.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.RealDisk;

/** Prints figures as they come, and keeps them for a file. */
final class BenchReport {

  private static final double MEGABYTE = 1 << 20;

  private final PrintStream out;
  private final ObjectNode json = JsonFile.newObject();
  private final ArrayNode times = json.putArray("times");
  private final ArrayNode memory = json.putArray("memory");

  BenchReport(PrintStream out) {
    this.out = out;
    json.put("processors", Runtime.getRuntime().availableProcessors());
    json.put("java", System.getProperty("java.version"));
    json.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
  }

  void line(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }

  void heading() {
    line("%-40s %-34s %8s %8s %8s", "where", "what", "median", "p99", "max ms");
  }

  void times(String where, String what, Figures figures, double goal) {
    boolean met = figures.p99() < goal;
    line(
        "%-40s %-34s %8.1f %8.1f %8.1f%s",
        where,
        what,
        figures.median(),
        figures.p99(),
        figures.max(),
        met ? "" : String.format(Locale.ROOT, "   over %.0f", goal));
    times
        .addObject()
        .put("where", where)
        .put("what", what)
        .put("medianMs", figures.median())
        .put("p99Ms", figures.p99())
        .put("maxMs", figures.max())
        .put("goalP99Ms", goal)
        .put("met", met);
  }

  void memory(String where, ProgramMemory held) {
    line(
        "%-48s heap %.0f MB in use, %.0f MB held; %s resident",
        where,
        held.live() / MEGABYTE,
        held.heap() / MEGABYTE,
        held.resident().isPresent() ? megabytes(held.resident()) : "unknown");
    ObjectNode line =
        memory
            .addObject()
            .put("where", where)
            .put("heapLiveBytes", held.live())
            .put("heapCommittedBytes", held.heap());
    held.resident().ifPresent(bytes -> line.put("residentBytes", bytes));
  }

  private static String megabytes(OptionalLong bytes) {
    return String.format(Locale.ROOT, "%.0f MB", bytes.getAsLong() / MEGABYTE);
  }

  /** Takes over what another program measured and has printed. */
  void add(Path file) throws IOException {
    JsonNode other = new ObjectMapper().readTree(Files.readAllBytes(file));
    other.path("times").forEach(times::add);
    other.path("memory").forEach(memory::add);
  }

  void write(Path file) throws IOException {
    JsonFile.write(RealDisk.INSTANCE, file, json);
  }
}
