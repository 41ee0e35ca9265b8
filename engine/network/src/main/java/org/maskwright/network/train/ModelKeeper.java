package org.maskwright.network.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.maskwright.data.io.Disk;
import org.maskwright.data.metric.Scores;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;

/** Saves a network under training as a model whose card says how it did. */
public final class ModelKeeper {

  private static final String BEST = "best" + ModelFile.EXTENSION;
  private static final String LAST = "last" + ModelFile.EXTENSION;

  private final Disk disk;
  private final LoadedModel model;
  private final Path folder;

  public ModelKeeper(Disk disk, LoadedModel model, Path folder) {
    this.disk = disk;
    this.model = model;
    this.folder = folder;
  }

  public Path file() {
    return folder.resolve(BEST);
  }

  /** Replaces the best by the network as it is now. */
  public void keep(EpochReport report) throws IOException {
    write(file(), report);
  }

  /** Replaces the last by the network as it is now, better or not. */
  public void keepLast(EpochReport report) throws IOException {
    write(folder.resolve(LAST), report);
  }

  private void write(Path file, EpochReport report) throws IOException {
    ModelDescription start = model.description();
    ModelDescription description =
        new ModelDescription(
            start.architecture(),
            start.preprocessing(),
            report.workingScale(),
            start.labels(),
            start.card().trained().measured(measures(report.evaluation())),
            start.refinement());
    new ModelWriter(description, model.network(), Precision.FULL).write(disk, file);
  }

  /** What a card says about an evaluation. */
  public static Map<String, Map<String, Double>> measures(Evaluation evaluation) {
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
