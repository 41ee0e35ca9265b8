package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.maskwright.network.architecture.Trunk;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.bench.Benchmark;
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
      "  maskwright bench --trunk mobilenet_v2 --repeats 21"
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

  @Override
  protected Outcome run(Console console) {
    CommandLine line = spec.commandLine();
    if (repeats < 1) {
      throw new ParameterException(line, "--repeats is at least 1, not " + repeats);
    }
    List<String> ids = wanted.isEmpty() ? Trunks.all().stream().map(Trunk::id).toList() : wanted;
    ArrayNode report = console.report().putArray("timings");
    console.report().put("threads", System.getenv().getOrDefault("OMP_NUM_THREADS", "all"));
    for (String id : ids) {
      Trunk trunk =
          Trunks.byId(id)
              .orElseThrow(() -> new ParameterException(line, "There is no trunk " + id + "."));
      for (Benchmark.Timing timing :
          new Benchmark(headChannels, repeats, console.progress()).run(trunk)) {
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
    return Outcome.DONE;
  }
}
