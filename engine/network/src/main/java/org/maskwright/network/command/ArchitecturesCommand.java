package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Blueprint;
import org.maskwright.network.architecture.Catalogue;
import org.maskwright.network.architecture.Variant;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the networks that one can begin with, and what each takes. */
@Command(
    name = "architectures",
    description = {
      "List the networks with their parameters, the pixels that a cell of the deepest features"
          + " sees, the strides of their outputs, and what an image of a size takes:"
          + " multiplications with their additions, and the memory of weights and of all that the"
          + " layers put out, in 32-bit numbers.",
      "All of it is computed; no network is built. Training keeps all that the layers put out;"
          + " predicting does not."
    },
    footer = {
      "  maskwright architectures",
      "  maskwright architectures --size 321 --classes 7 --json architectures.json"
    })
public final class ArchitecturesCommand extends ProgramCommand {

  private static final int MOST_PIXELS = 16_384;
  private static final double BILLION = 1e9;
  private static final double MEBIBYTE = 1 << 20;
  private static final String ROW = "%-22s %-20s %11s %5s  %-8s %9s %9s %9s";

  @Spec private CommandSpec spec;

  @Option(
      names = "--size",
      defaultValue = "512",
      description = "Side of the square image. Default: ${DEFAULT-VALUE}.")
  private int size;

  @Option(
      names = "--classes",
      defaultValue = "21",
      description = "How many classes are scored. Default: ${DEFAULT-VALUE}.")
  private int classes;

  @Override
  protected Outcome run(Console console) {
    CommandLine line = spec.commandLine();
    if (size < 1 || size > MOST_PIXELS) {
      throw new ParameterException(line, "--size is from 1 to " + MOST_PIXELS + ", not " + size);
    }
    if (classes < 2 || classes > ArchitectureDescription.MAX_CLASSES) {
      throw new ParameterException(
          line,
          "--classes is from 2 to " + ArchitectureDescription.MAX_CLASSES + ", not " + classes);
    }
    console.report().put("size", size).put("classes", classes);
    ArrayNode list = console.report().putArray("architectures");
    console.say(
        ROW, "Trunk", "Head", "Parameters", "Sees", "Strides", "10^9 MACs", "Weights", "Features");
    for (ArchitectureDescription network : Catalogue.all(classes)) {
      tell(console, network, list.addObject());
    }
    console.say("Weights and features in MiB, for an image of %d x %d pixels.", size, size);
    return Outcome.DONE;
  }

  private void tell(Console console, ArchitectureDescription network, ObjectNode entry) {
    Blueprint blueprint = new Blueprint(network);
    Blueprint.Cost cost = blueprint.cost(size, size);
    String head = network.headTitle();
    List<Integer> strides =
        network.variants().stream().map(Variant::stride).sorted(Comparator.reverseOrder()).toList();
    long weightBytes = blueprint.parameterCount() * Float.BYTES;
    long featureBytes = cost.numbers() * Float.BYTES;
    console.say(
        ROW,
        network.trunk().id(),
        head,
        String.format(Locale.ROOT, "%,d", blueprint.parameterCount()),
        blueprint.field().size(),
        strides.stream().map(String::valueOf).collect(Collectors.joining("/")),
        String.format(Locale.ROOT, "%,.2f", cost.products() / BILLION),
        String.format(Locale.ROOT, "%,.1f", weightBytes / MEBIBYTE),
        String.format(Locale.ROOT, "%,.1f", featureBytes / MEBIBYTE));
    entry.put("trunk", network.trunk().id()).put("head", head);
    entry.put("parameters", blueprint.parameterCount());
    entry.put("receptiveField", blueprint.field().size());
    strides.forEach(entry.putArray("strides")::add);
    entry.put("multiplyAdds", cost.products());
    entry.put("weightBytes", weightBytes).put("featureBytes", featureBytes);
  }
}
