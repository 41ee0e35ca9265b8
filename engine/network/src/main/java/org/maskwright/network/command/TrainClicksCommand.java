package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.click.ClickMetrics;
import org.maskwright.network.click.ClickNetworks;
import org.maskwright.network.click.ClickReport;
import org.maskwright.network.click.ClickTrainer;
import org.maskwright.network.click.ClickTrainingSettings;
import org.maskwright.network.click.ObjectFolder;
import org.maskwright.network.train.TrainingJob;
import org.maskwright.network.train.TrainingPosition;
import org.maskwright.network.train.TrainingProblem;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Teaches a network to select objects by clicks. */
@Command(
    name = "train-clicks",
    description = {
      "Teach a network to select objects by clicks, which are simulated on labelled images.",
      "The folder of the training then holds checkpoint.bin, metrics.jsonl, best.mwmodel and"
          + " last.mwmodel.",
      "Ctrl+C stops; --resume goes on from the end of the last period."
    },
    footer = {
      "  maskwright train-clicks --model mobilenet --data voc --out runs/clicks",
      "  maskwright train-clicks --model mobilenet --data voc,mine --out runs/clicks --resume"
    })
public final class TrainClicksCommand extends ProgramCommand {

  private static final String START = "start" + ModelFile.EXTENSION;
  private static final String BEST = "best" + ModelFile.EXTENSION;
  private static final String LAST = "last" + ModelFile.EXTENSION;

  @Mixin private final ModelOption model = new ModelOption();
  @Mixin private final ClickTrainingOptions options = new ClickTrainingOptions();

  @Option(
      names = "--data",
      required = true,
      split = ",",
      paramLabel = "DIR",
      description = "Folders in VOC's layout, or of images and masks (255 object, 128 unclear).")
  private List<Path> data = List.of();

  @Option(names = "--train", defaultValue = "train", description = "VOC's list to learn from.")
  private String training = "train";

  @Option(names = "--val", defaultValue = "val", description = "VOC's list to score on.")
  private String validation = "val";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the training.")
  private Path folder = Path.of("");

  @Option(names = "--name", defaultValue = "clicks", description = "What to call the model.")
  private String name = "clicks";

  @Option(names = "--resume", description = "Go on from the folder's checkpoint.")
  private boolean resume;

  @Override
  protected Outcome run(Console console) throws IOException {
    ModelCard.checkName(name);
    ClickTrainingSettings settings = options.settings(commandLine());
    if (!resume && Files.exists(folder.resolve(TrainingJob.CHECKPOINT_NAME))) {
      throw DataException.of(TrainingProblem.JOB_EXISTS, folder);
    }
    try (LoadedModel start = load(console, settings.seed());
        ClickTrainer trainer =
            new ClickTrainer(start, folders(training), folders(validation), settings, folder)) {
      TrainingPosition end =
          trainer.run(new Narrator(console, start, folder, settings), console.progress());
      console.say(
          "Done after %d periods. The best is number %d with a mean IoU of %.4f: %s",
          end.epoch(), end.bestEpoch(), end.bestMeanIu(), folder.resolve(BEST));
      console.report().put("periods", end.epoch()).put("bestPeriod", end.bestEpoch());
      console.report().put("bestMeanIou", end.bestMeanIu());
    }
    return Outcome.DONE;
  }

  private List<ObjectFolder> folders(String list) throws IOException {
    List<ObjectFolder> folders = new ArrayList<>();
    for (Path path : data) {
      folders.add(ObjectFolder.open(path, list));
    }
    return folders;
  }

  /** A copy of the start stays with the training, so that a resume begins from the same. */
  private LoadedModel load(Console console, long seed) throws IOException {
    Path kept = folder.resolve(START);
    if (!resume || !Files.exists(kept)) {
      Files.createDirectories(folder);
      try (LoadedModel given = model.loadAny(console.progress())) {
        if (ClickNetworks.isClickModel(given.description())) {
          new ModelWriter(given.description(), given.network(), Precision.FULL).write(kept);
        } else {
          try (LoadedModel made = ClickNetworks.from(given, name, seed)) {
            new ModelWriter(made.description(), made.network(), Precision.FULL).write(kept);
          }
        }
      }
    }
    return ModelFile.load(kept, console.progress());
  }

  /** Says what happened, and keeps the best and the last. */
  private record Narrator(
      Console console, LoadedModel model, Path folder, ClickTrainingSettings settings)
      implements ClickTrainer.Listener {

    @Override
    public void periodDone(ClickReport report, boolean best) throws IOException {
      if (best) {
        write(BEST, report);
      }
      write(LAST, report);
      new ClickMetrics(RealDisk.INSTANCE, folder).append(report);
      List<String> ious = new ArrayList<>();
      report.ious().forEach(iou -> ious.add(String.format(Locale.ROOT, "%.3f", iou)));
      double left = (settings.steps() - report.steps()) * settings.batch();
      long seconds = (long) (left / report.sessionsPerSecond());
      console.say(
          "Period %d of %d: loss %.4f, IoU after 1, 2 ... clicks %s, %.1f sessions/s, %s to go%s",
          report.period(),
          settings.periods(),
          report.loss(),
          String.join(" ", ious),
          report.sessionsPerSecond(),
          Duration.ofMinutes(Math.round(seconds / 60.0)).toString().substring(2),
          best ? ", the best so far" : "");
    }

    private void write(String name, ClickReport report) throws IOException {
      new ModelWriter(described(report), model.network(), Precision.HALF)
          .write(folder.resolve(name));
    }

    private ModelDescription described(ClickReport report) {
      ModelCard card = model.description().card();
      Map<String, Double> measures = new TreeMap<>();
      for (int i = 0; i < report.ious().size(); i++) {
        measures.put("iouAfterClick" + (i + 1), report.ious().get(i));
      }
      return model
          .description()
          .withCard(
              new ModelCard(
                  card.name(),
                  card.sources(),
                  card.licences(),
                  Map.of("8s", measures),
                  card.dataRevision(),
                  card.notes()));
    }
  }
}
