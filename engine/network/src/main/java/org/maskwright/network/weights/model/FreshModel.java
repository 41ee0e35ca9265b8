package org.maskwright.network.weights.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.WorkingScale;

/** A model that has learned nothing yet. */
public record FreshModel(ModelDescription description, long seed) {

  /**
   * A network of random weights.
   *
   * @param seed makes the weights repeatable
   */
  public static FreshModel of(
      String name,
      ArchitectureDescription network,
      Preprocessing preprocessing,
      LabelScheme labels,
      long seed)
      throws DataException {
    ModelCard.checkName(name);
    ModelCard card =
        new ModelCard(
            name,
            List.of("random weights, seed " + seed),
            List.of(),
            Map.of(),
            "",
            List.of(ModelCard.UNTRAINED + "all of it."));
    return new FreshModel(
        new ModelDescription(network, preprocessing, WorkingScale.OWN, labels, card), seed);
  }

  /** Writes it into a folder, under the content's hash. */
  public Path writeInto(Path folder) throws IOException {
    try (FcnNetwork built = FcnNetwork.build(description.architecture(), seed)) {
      return new ModelWriter(description, built, Precision.FULL).writeInto(folder);
    }
  }
}
