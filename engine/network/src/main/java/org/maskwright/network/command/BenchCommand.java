package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.List;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.Trunk;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.backend.Processor;
import org.maskwright.network.bench.Benchmark;
import org.maskwright.network.bench.Soak;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Times the networks on this machine. */
@Command(
    name = "bench",
    description = {
      "Time every trunk: forward at 256 and 512 pixels with one head and three, and a training step"
          + " at 256 with batches of 1 and 8. Medians, in milliseconds.",
      "The number of threads is that of OMP_NUM_THREADS."
    },
    footer = {
      "  maskwright bench --json bench.json",
      "  maskwright bench --trunk mobilenet_v2 --repeats 21",
      "  maskwright bench --trunk squeezenet1_1 --soak 1000"
    })
public final class BenchCommand extends ProgramCommand {

  @Spec private CommandSpec spec;

  @Option(names = "--trunk", split = ",", description = "Only these: vgg16, mobilenet_v2 ...")
  private List<String> wanted = List.of();

  @Option(
      names = "--repeats",
      defaultValue = "9",
      description = "Measurements of each. Default: ${DEFAULT-VALUE}.")
  private int repeats;

  @Option(
      names = "--head-channels",
      paramLabel = "N",
      description = "Channels of fc6 and fc7, where a trunk has them; or else as published.")
  private int headChannels;

  @Option(
      names = "--soak",
      paramLabel = "N",
      description =
          "Instead of timing, predict so many images of random sizes in this process, and tell its"
              + " memory after every hundred.")
  private int predictions;

  @Override
  protected Outcome run(Console console) throws IOException {
    CommandLine line = spec.commandLine();
    if (repeats < 1) {
      throw new ParameterException(line, "--repeats is at least 1, not " + repeats);
    }
    if (predictions < 0) {
      throw new ParameterException(line, "--soak is at least 1, not " + predictions);
    }
    Processor.require();
    console.report().put("threads", System.getenv().getOrDefault("OMP_NUM_THREADS", "all"));
    for (Trunk trunk : trunks(line)) {
      if (predictions > 0) {
        soak(console, trunk);
      } else {
        time(console, trunk);
      }
    }
    return Outcome.DONE;
  }

  private List<Trunk> trunks(CommandLine line) {
    if (wanted.isEmpty()) {
      return Trunks.all();
    }
    return wanted.stream()
        .map(
            id ->
                Trunks.byId(id)
                    .orElseThrow(
                        () -> new ParameterException(line, "There is no trunk " + id + ".")))
        .toList();
  }

  private void soak(Console console, Trunk trunk) throws DataException {
    ArrayNode report = console.report().withArray("soak");
    for (Soak.Sample sample : new Soak(trunk, console.progress()).run(predictions)) {
      console.say(
          "%-14s after %,6d predictions: %,d MiB resident, %,d MiB of it Java's heap",
          trunk.id(), sample.predictions(), sample.resident(), sample.heap());
      report
          .addObject()
          .put("trunk", trunk.id())
          .put("predictions", sample.predictions())
          .put("residentMebibytes", sample.resident())
          .put("heapMebibytes", sample.heap());
    }
  }

  private void time(Console console, Trunk trunk) {
    ArrayNode report = console.report().withArray("timings");
    Benchmark benchmark = new Benchmark(headChannels, repeats, console.progress());
    for (Benchmark.Timing timing : benchmark.run(trunk)) {
      console.say(
          "%-14s %-14s %d heads, batch %d, %d px: %,.1f ms",
          timing.trunk(),
          timing.what(),
          timing.heads(),
          timing.batch(),
          timing.size(),
          timing.medianMilliseconds());
      report
          .addObject()
          .put("trunk", timing.trunk())
          .put("what", timing.what())
          .put("heads", timing.heads())
          .put("batch", timing.batch())
          .put("size", timing.size())
          .put("medianMilliseconds", timing.medianMilliseconds());
    }
  }
}
