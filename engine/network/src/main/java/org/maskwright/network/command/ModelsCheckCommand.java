package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TensorFile;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.network.weights.safetensors.SafetensorsFile;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares a model with what another program computed from the same weights. */
@Command(
    name = "check",
    description = {
      "Compare a model with what another program computed from the same weights.",
      "The file is a .safetensors with an \"image\" as the network wants it, and any of"
          + " \"features\" (what the coarsest scores are read from) and \"scores_32s\","
          + " \"scores_16s\", \"scores_8s\" (at the image's size): all [1, row, column, channel]."
    },
    footer = {"  maskwright models check resnet50 resnet50-expected.safetensors"})
public final class ModelsCheckCommand extends ProgramCommand {

  @Mixin private final LibraryOptions options = new LibraryOptions();

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "A model's name, the beginning of its hash, or a .mwmodel file.")
  private String model = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "What the other program computed.")
  private Path file = Path.of("");

  @Option(
      names = "--tolerance",
      defaultValue = "1e-3",
      description = {
        "The greatest difference that passes, as a share of the greatest number.",
        "Default: ${DEFAULT-VALUE}."
      })
  private double tolerance;

  @Override
  protected Outcome run(Console console) throws IOException {
    boolean close = true;
    try (TensorFile expected = SafetensorsFile.open(file);
        LoadedModel loaded =
            ModelFile.load(options.library().find(model), console.progress()).folded();
        INDArray image = array(expected, "image", 3)) {
      FcnNetwork network = loaded.network();
      List<INDArray> said = network.scoresAndGrids(image);
      List<Variant> variants = network.variants();
      ArrayNode report = console.report().putArray("compared");
      for (int v = 0; v < variants.size(); v++) {
        String name = "scores_" + variants.get(v).label();
        close &= compare(console, report, expected, name, said.get(v));
      }
      close &= compare(console, report, expected, "features", said.get(said.size() - 1));
      said.forEach(INDArray::close);
      if (report.isEmpty()) {
        throw DataException.of(CommandProblem.NOTHING_TO_COMPARE, file);
      }
    }
    return close ? Outcome.DONE : Outcome.FAILED;
  }

  private boolean compare(
      Console console, ArrayNode report, TensorFile expected, String name, INDArray ours)
      throws IOException {
    if (!expected.tensors().containsKey(name)) {
      return true;
    }
    try (INDArray theirs = array(expected, name, ours.size(3))) {
      if (!ours.equalShapes(theirs)) {
        throw DataException.of(
            CommandProblem.OTHER_SIZE,
            file,
            name,
            Shape.of(theirs.shape()),
            Shape.of(ours.shape()));
      }
      double greatest = theirs.amaxNumber().doubleValue();
      double difference = ours.sub(theirs).amaxNumber().doubleValue();
      double share = greatest == 0 ? difference : difference / greatest;
      boolean close = share <= tolerance;
      console.say(
          "%-12s greatest %.6g, greatest difference %.3g: %.2g of it, %s",
          name, greatest, difference, share, close ? "close enough" : "TOO FAR");
      report.addObject().put("name", name).put("greatest", greatest).put("difference", share);
      return close;
    }
  }

  private INDArray array(TensorFile from, String name, long channels) throws IOException {
    Map<String, Tensor> tensors = from.tensors();
    Optional<Tensor> tensor = Optional.ofNullable(tensors.get(name));
    Shape shape = tensor.map(Tensor::shape).orElse(Shape.of());
    if (shape.axes() != 4 || shape.size(0) != 1 || shape.size(3) != channels) {
      throw DataException.of(CommandProblem.NOT_A_MAP, file, name, channels);
    }
    long[] sizes = shape.sizes().stream().mapToLong(Long::longValue).toArray();
    return Nd4j.create(tensor.orElseThrow().toArray(), sizes, 'c');
  }
}
