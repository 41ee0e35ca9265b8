package org.maskwright.network.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.maskwright.data.io.JsonFile;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobNews;

/** What one hears of a job. */
final class Curve {

  private final List<JsonNode> lines = new ArrayList<>();
  private Job job = Job.getDefaultInstance();

  /** Whether one has heard enough. */
  @FunctionalInterface
  interface Enough {
    boolean isReached(Curve curve);
  }

  void add(JobNews news) throws IOException {
    assertThat(news.getFirstLine()).isEqualTo(lines.size());
    job = news.getJob();
    for (String line : news.getLinesList()) {
      lines.add(JsonFile.parse(line.getBytes(StandardCharsets.UTF_8), "a line").node());
    }
  }

  Job job() {
    return job;
  }

  /** The epochs that were told, each once. */
  List<Integer> epochs() {
    TreeSet<Integer> epochs = new TreeSet<>();
    lines.stream().filter(l -> l.has("epoch")).forEach(l -> epochs.add(l.get("epoch").intValue()));
    return List.copyOf(epochs);
  }

  /** Whether every head's loss was told for single steps. */
  boolean hasStepsOfEveryHead() {
    return lines.stream()
        .filter(line -> line.has("step"))
        .anyMatch(line -> line.get("losses").size() == 3);
  }
}
