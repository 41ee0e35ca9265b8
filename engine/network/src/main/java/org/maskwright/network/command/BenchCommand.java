package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Buildable;
import org.maskwright.network.architecture.Trunk;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.backend.Processor;
import org.maskwright.network.bench.Benchmark;
import org.maskwright.network.bench.CrfTiming;
import org.maskwright.network.bench.PhotoTiming;
import org.maskwright.network.bench.Soak;
import org.maskwright.network.predict.Predictor;
import org.maskwright.network.weights.model.ModelFile;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Times the networks on this machine. */
@Command(
    name = "bench",
    description = {
      "Time the light trunks, or those of --trunk: forward at 256 and 512 pixels with one output"
          + " and with all, and a training step at 256 with batches of 1 and 8. Medians, in"
          + " milliseconds.",
      "The number of threads is that of OMP_NUM_THREADS."
    },
    footer = {
      "  maskwright bench --json bench.json",
      "  maskwright bench --trunk vgg16,resnet50 --repeats 21",
      "  maskwright bench --trunk vgg16 --head segnet",
      "  maskwright bench --trunk squeezenet1_1 --soak 1000",
      "  maskwright bench --model default --photo photo.jpg --crf"
    })
public final class BenchCommand extends ProgramCommand {

  @Spec private CommandSpec spec;

  @Mixin private final HeadOptions head = new HeadOptions();

  @Option(
      names = "--trunk",
      split = ",",
      defaultValue = "mobilenet_v2,squeezenet1_1",
      description = {
        "These: vgg16, mobilenet_v2 ... or all, which takes long. Default: ${DEFAULT-VALUE}."
      })
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

  @Mixin private final LibraryOptions library = new LibraryOptions();

  @ArgGroup(exclusive = false)
  private @Nullable OnPhoto onPhoto;

  /** A model and what it is asked about, instead of networks with random weights. */
  private static final class OnPhoto {
    @Option(names = "--model", required = true, description = "Time this model, not random ones.")
    private String model = "";

    @Option(names = "--photo", required = true, description = "Time --model on this photo.")
    private Path photo = Path.of("");

    @Option(names = "--crf", description = "Time the dense CRF behind its finest variant, too.")
    private boolean crf;
  }

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
    OnPhoto asked = onPhoto;
    if (asked != null) {
      time(console, asked);
      return Outcome.DONE;
    }
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
    if (wanted.equals(List.of("all"))) {
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

  private ArchitectureDescription network(Trunk trunk) throws DataException {
    ArchitectureDescription network =
        head.apply(ArchitectureDescription.usual(trunk, Benchmark.CLASSES));
    Buildable.check(network, trunk.id());
    return network;
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

  private void time(Console console, OnPhoto asked) throws IOException {
    Pixels photo = ImageLoader.load(asked.photo);
    Path file = library.library().find(asked.model);
    try (Predictor predictor = new Predictor(ModelFile.load(file, console.progress()).folded())) {
      double median = PhotoTiming.median(predictor, photo, repeats, console.progress());
      console.say("%d x %d, all variants: %,.1f ms", photo.width(), photo.height(), median);
      console.report().put("medianMilliseconds", median);
      if (asked.crf) {
        say(console, CrfTiming.of(predictor.model(), photo, repeats, console.progress()));
      }
    }
  }

  private static void say(Console console, CrfTiming timing) {
    console.say(
        "dense CRF, %d iterations on %d classes: %,.0f ms, at best %,.0f; of processor time %,.0f",
        timing.iterations(),
        timing.classes(),
        timing.medianMilliseconds(),
        timing.bestMilliseconds(),
        timing.processorMilliseconds());
    console
        .report()
        .putObject("crf")
        .put("classes", timing.classes())
        .put("iterations", timing.iterations())
        .put("medianMilliseconds", timing.medianMilliseconds())
        .put("bestMilliseconds", timing.bestMilliseconds())
        .put("processorMilliseconds", timing.processorMilliseconds());
  }

  private void time(Console console, Trunk trunk) throws DataException {
    ArrayNode report = console.report().withArray("timings");
    Benchmark benchmark = new Benchmark(headChannels, repeats, console.progress());
    for (Benchmark.Timing timing : benchmark.run(network(trunk))) {
      console.say(
          "%-24s %-14s %d heads, batch %d, %d px: %,.1f ms; of processor time at least %,.0f",
          timing.trunk(),
          timing.what(),
          timing.heads(),
          timing.batch(),
          timing.size(),
          timing.medianMilliseconds(),
          timing.processorMilliseconds());
      report
          .addObject()
          .put("trunk", timing.trunk())
          .put("what", timing.what())
          .put("heads", timing.heads())
          .put("batch", timing.batch())
          .put("size", timing.size())
          .put("medianMilliseconds", timing.medianMilliseconds())
          .put("processorMilliseconds", timing.processorMilliseconds());
    }
  }
}
