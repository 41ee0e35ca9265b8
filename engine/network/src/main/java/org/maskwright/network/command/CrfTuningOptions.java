package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.network.refine.CrfSettings;
import org.maskwright.network.train.CrfTuning;
import org.maskwright.network.train.SomeExamples;
import org.maskwright.network.train.TrainingExamples;
import org.maskwright.network.weights.model.LoadedModel;
import picocli.CommandLine.Option;

/** On what the settings of a dense CRF are found. */
final class CrfTuningOptions {

  @Option(
      names = "--tune",
      paramLabel = "LIST",
      defaultValue = "train",
      description = "With --crf, the list or split on which its settings are found.")
  private String list = "train";

  @Option(
      names = "--tune-images",
      paramLabel = "N",
      defaultValue = "30",
      description = "How many images of that; 0 to take the settings of the card.")
  private int images;

  boolean isWanted() {
    return images > 0;
  }

  /** Tries a grid of settings and says what each came to. */
  CrfSettings tune(LoadedModel model, Path file, DataOptions data, Console console)
      throws IOException {
    LabelScheme labels = model.description().labels();
    TrainingExamples examples =
        new SomeExamples(data.list(list, file, labels, console.progress()), images);
    CrfTuning tuning = new CrfTuning(model.network(), model.description(), examples);
    CrfSettings best = tuning.run(console.progress());
    ArrayNode report = console.report().putArray("tuning");
    for (CrfTuning.Trial trial : tuning.trials()) {
      String settings = trial.settings().map(CrfSettings::toString).orElse("none");
      console.say("mean IU %.4f with dense CRF %s", trial.meanIu(), settings);
      report.addObject().put("settings", settings).put("meanIu", trial.meanIu());
    }
    console.say("The best of %d images of %s is %s.", examples.size(), list, best);
    return best;
  }
}
