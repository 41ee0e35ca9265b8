package org.maskwright.network.click;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.Disk;
import org.maskwright.network.train.MetricsLog;

/** {@code metrics.jsonl} of a training with clicks: a line a period; one done again is replaced. */
public final class ClickMetrics {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Disk disk;
  private final Path file;

  public ClickMetrics(Disk disk, Path folder) {
    this.disk = disk;
    this.file = folder.resolve(MetricsLog.FILE_NAME);
  }

  public void append(ClickReport report) throws IOException {
    List<String> lines = new ArrayList<>();
    if (disk.exists(file)) {
      for (String line : new String(disk.read(file), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.isBlank() && JSON.readTree(line).path("period").asInt() < report.period()) {
          lines.add(line);
        }
      }
    }
    lines.add(JSON.writeValueAsString(tree(report)));
    String text = String.join("\n", lines) + "\n";
    AtomicFile.write(disk, file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode tree(ClickReport report) {
    ObjectNode line = JSON.createObjectNode();
    line.put("period", report.period());
    line.put("steps", report.steps());
    line.put("loss", report.loss());
    line.put("rate", report.rate());
    line.put("sessionsPerSecond", report.sessionsPerSecond());
    line.put("memoryMebibytes", report.memoryMebibytes());
    line.put("meanIou", report.meanIou());
    ArrayNode ious = line.putArray("iouAfterClicks");
    report.ious().forEach(ious::add);
    return line;
  }
}
