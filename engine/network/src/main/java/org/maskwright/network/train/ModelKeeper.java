package org.maskwright.network.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.maskwright.data.io.Disk;
import org.maskwright.data.metric.Scores;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;

/** Saves a network under training as a model whose card says how it did. */
public final class ModelKeeper {

  private static final String NAME = "best" + ModelFile.EXTENSION;

  private final Disk disk;
  private final LoadedModel model;
  private final double workingScale;
  private final Path folder;

  public ModelKeeper(Disk disk, LoadedModel model, double workingScale, Path folder) {
    this.disk = disk;
    this.model = model;
    this.workingScale = workingScale;
    this.folder = folder;
  }

  public Path file() {
    return folder.resolve(NAME);
  }

  /** Replaces the file by the network as it is now. */
  public void keep(Evaluation evaluation) throws IOException {
    ModelDescription start = model.description();
    ModelCard card = start.card();
    ModelDescription description =
        new ModelDescription(
            start.architecture(),
            start.preprocessing(),
            workingScale,
            start.labels(),
            new ModelCard(
                card.name(),
                card.sources(),
                card.licences(),
                measures(evaluation),
                card.dataRevision(),
                card.notes()));
    new ModelWriter(description, model.network(), Precision.FULL).write(disk, file());
  }

  private static Map<String, Map<String, Double>> measures(Evaluation evaluation) {
    Map<String, Map<String, Double>> measures = new TreeMap<>();
    evaluation
        .whole()
        .forEach(
            (variant, whole) -> {
              Map<String, Double> of = new TreeMap<>();
              put(of, "pixelAccuracy", whole.pixelAccuracy());
              put(of, "meanAccuracy", whole.meanAccuracy());
              put(of, "meanIu", whole.meanIu());
              put(of, "frequencyWeightedIu", whole.frequencyWeightedIu());
              Scores band = evaluation.band().get(variant);
              put(of, "boundaryBandMeanIu", band == null ? Double.NaN : band.meanIu());
              measures.put(variant.label(), of);
            });
    return measures;
  }

  private static void put(Map<String, Double> measures, String name, double value) {
    if (Double.isFinite(value)) {
      measures.put(name, value);
    }
  }
}
