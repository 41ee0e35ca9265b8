package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.maskwright.data.program.ProgramVersion;
import org.maskwright.data.program.UserFolders;
import org.maskwright.network.backend.Backend;
import org.maskwright.network.backend.GraphicsCard;
import org.maskwright.network.backend.Instructions;
import org.maskwright.network.backend.Processor;
import picocli.CommandLine.Command;

/** Says what runs here and where: the first thing to ask for when something is odd. */
@Command(
    name = "info",
    description = "Show the program's version, this machine, and the folders in use.",
    footer = {"  maskwright info", "  maskwright info --json machine.json"})
public final class InfoCommand extends ProgramCommand {

  private static final long MEBIBYTE = 1L << 20;

  @Override
  protected Outcome run(Console console) {
    ObjectNode report = console.report();
    text(console, report, "version", "Maskwright", ProgramVersion.current());
    text(
        console, report, "java", "Java", property("java.version") + ", " + property("java.vendor"));
    text(console, report, "runtime", "Java runtime", property("java.home"));
    text(console, report, "system", "System", system());
    text(console, report, "opencv", "OpenCV", opencv_core.CV_VERSION());
    number(console, report, "cores", "Cores", Runtime.getRuntime().availableProcessors());
    List<String> instructions = Instructions.available();
    instructions.forEach(report.putArray("instructions")::add);
    line(console, "Instructions", String.join(" ", instructions));
    number(console, report, "memoryMebibytes", "Memory (MiB)", physicalMemory() / MEBIBYTE);
    number(
        console,
        report,
        "heapMebibytes",
        "Heap (MiB)",
        Runtime.getRuntime().maxMemory() / MEBIBYTE);
    backend(console);
    UserFolders folders = UserFolders.current();
    ObjectNode paths = report.putObject("folders");
    text(console, paths, "data", "Data folder", folders.data().toString());
    text(console, paths, "cache", "Cache folder", folders.cache().toString());
    text(console, paths, "logs", "Log folder", folders.logs().toString());
    return Outcome.DONE;
  }

  /** What the networks run on, or the one sentence that says why they cannot. */
  private static void backend(Console console) {
    ObjectNode node = console.report().putObject("backend");
    text(console, node, "graphicsCard", "Graphics card", GraphicsCard.choice().sentence());
    Optional<String> obstacle = Processor.obstacle();
    if (obstacle.isPresent()) {
      text(console, node, "problem", "Networks", obstacle.get());
      return;
    }
    Backend backend = Backend.current();
    text(console, node, "name", "Networks run on", backend.name());
    text(console, node, "builtFor", "Built for", backend.builtFor());
    node.put("oneDnn", backend.oneDnn());
    line(console, "oneDNN", backend.oneDnn() ? "in use" : "not in use");
    number(console, node, "threads", "Threads", backend.threads());
    backend.devices().forEach(node.putArray("devices")::add);
    number(console, node, "offHeapMebibytes", "Off-heap (MiB)", backend.offHeapLimit() / MEBIBYTE);
  }

  private static void text(
      Console console, ObjectNode node, String key, String title, String value) {
    node.put(key, value);
    line(console, title, value);
  }

  private static void number(
      Console console, ObjectNode node, String key, String title, long value) {
    node.put(key, value);
    line(console, title, "%,d".formatted(value));
  }

  private static void line(Console console, String title, String value) {
    console.say("%-14s %s", title, value);
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  private static String system() {
    return property("os.name") + " " + property("os.version") + ", " + property("os.arch");
  }

  private static long physicalMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Runtime.getRuntime().maxMemory();
  }
}
