package org.maskwright.network.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.SmallNetworks;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.click.ClickNetworks;
import org.maskwright.network.weights.model.ContentHash;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;

/** Models of a moment, and images to ask them about. */
public final class TinyModels {

  static final List<String> CLASSES = List.of("background", "red", "green", "blue");

  private TinyModels() {}

  static LoadedModel model(double workingScale) throws IOException {
    ArchitectureDescription architecture = SmallNetworks.squeeze().withClasses(CLASSES.size());
    ModelDescription description =
        new ModelDescription(
            architecture,
            Preprocessing.CENTRED,
            new WorkingScale(workingScale, 0),
            LabelScheme.ofNames(CLASSES),
            ModelCard.named("tiny"));
    return new LoadedModel(description, FcnNetwork.build(architecture, 3));
  }

  /** Writes a model under the name of its hash, which is the result. */
  static String writeInto(Path folder) throws IOException {
    try (LoadedModel model = model(0.7)) {
      return ContentHash.stated(
          new ModelWriter(model.description(), model.network(), Precision.FULL).writeInto(folder));
    }
  }

  /** Writes one for the tests of another program, into the folder that is named. */
  public static void main(String[] arguments) throws IOException {
    writeInto(Path.of(arguments[0]));
  }

  /** The same for a model that is told of clicks. */
  static String writeForClicksInto(Path folder) throws IOException {
    ArchitectureDescription architecture =
        ClickNetworks.describe(SmallNetworks.mobileWithContext().trunk().widths(), 8);
    ModelDescription description =
        new ModelDescription(
            architecture,
            Preprocessing.CENTRED,
            WorkingScale.OWN,
            LabelScheme.ofNames(List.of("background", "object")),
            ModelCard.named("clicks"));
    try (FcnNetwork network = FcnNetwork.build(architecture, 3)) {
      return ContentHash.stated(
          new ModelWriter(description, network, Precision.FULL).writeInto(folder));
    }
  }

  static Pixels noise(int width, int height) {
    Random random = new Random(width);
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xFF000000 | random.nextInt(1 << 24);
    }
    return new Pixels(width, height, argb);
  }
}
