package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.train.EpochReport;
import org.maskwright.network.train.ModelKeeper;
import org.maskwright.network.train.Trainer;
import org.maskwright.network.train.TrainingJob;
import org.maskwright.network.train.TrainingListener;
import org.maskwright.network.train.TrainingPosition;
import org.maskwright.network.train.TrainingProblem;
import org.maskwright.network.train.TrainingSettings;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fine-tunes a model on labelled images. */
@Command(
    name = "train",
    description = {
      "Fine-tune a model on labelled images.",
      "The folder of the training then holds checkpoint.bin, metrics.jsonl and best.mwmodel, the"
          + " network with the best mean IU, and last.mwmodel.",
      "Ctrl+C stops with a checkpoint; --resume goes on from it."
    },
    footer = {
      "  maskwright train --model mobilenet --data voc --out runs/first --epochs 4",
      "  maskwright train --model vgg16 --data my-project --out runs/staged --staged --optimiser"
          + " sgd",
      "  maskwright train --model vgg16 --data my-project --out runs/fine --pool5-stride 1",
      "  maskwright train --model mobilenet --data voc --out runs/first --epochs 4 --resume"
    })
public final class TrainCommand extends ProgramCommand {

  private static final String START = "start" + ModelFile.EXTENSION;

  @Spec private CommandSpec spec;
  @Mixin private final ModelOption model = new ModelOption();
  @Mixin private final DataOptions data = new DataOptions();
  @Mixin private final TrainingOptions options = new TrainingOptions();
  @Mixin private final Pool5Option pool5 = new Pool5Option();

  @Option(
      names = "--train",
      defaultValue = "train",
      description = "The list or split to learn from.")
  private String training = "train";

  @Option(names = "--val", defaultValue = "val", description = "The list or split to score on.")
  private String validation = "val";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the training.")
  private Path folder = Path.of("");

  @Option(
      names = "--working-scale",
      description = "How much images are enlarged for the network; or else as the model says.")
  private @Nullable Double workingScale;

  @Option(
      names = "--working-side",
      paramLabel = "PIXELS",
      description =
          "The longest side that the network is shown, larger images made smaller; 0 for as large"
              + " as they are. Or else as the model says; or else the longest of the images.")
  private @Nullable Integer workingSide;

  @Option(names = "--resume", description = "Go on from the folder's checkpoint.")
  private boolean resume;

  private final Disk disk;

  public TrainCommand() {
    this(RealDisk.INSTANCE);
  }

  /**
   * For tests of what a disk can do to a training.
   *
   * @param disk that its state is written to
   */
  TrainCommand(Disk disk) {
    this.disk = disk;
  }

  @Override
  protected Outcome run(Console console) throws IOException {
    TrainingSettings settings = settings();
    Path kept = folder.resolve(START);
    // A copy of the start stays with the training, so that a resume begins from the same.
    boolean known = resume && Files.exists(kept);
    Path source = known ? kept : model.file();
    ArchitectureDescription wanted = pool5.apply(description(source).architecture());
    try (LoadedModel start = ModelFile.load(source, console.progress()).poolingEverywhere(wanted)) {
      ModelKeeper keeper = new ModelKeeper(disk, start, folder);
      TrainingJob job = job(start, source, settings, console.progress());
      boolean begins = !known && !disk.exists(job.checkpoint());
      Narrator narrator = new Narrator(console, keeper);
      try (Trainer trainer =
          resume
              ? Trainer.resume(job, narrator, console.progress())
              : Trainer.start(job, narrator, console.progress())) {
        if (begins) {
          keepStart(start, source, kept);
        }
        TrainingPosition end = trainer.run(console.progress());
        console.say(
            "Done after %d epochs. The best is epoch %d with mean IU %.4f: %s",
            end.epoch(), end.bestEpoch(), end.bestMeanIu(), keeper.file());
        console.report().put("epochs", end.epoch()).put("bestEpoch", end.bestEpoch());
        console.report().put("bestMeanIu", end.bestMeanIu()).put("model", keeper.file().toString());
      }
    }
    return Outcome.DONE;
  }

  private static ModelDescription description(Path source) throws IOException {
    try (ModelFile file = ModelFile.open(source)) {
      return file.description();
    }
  }

  private TrainingSettings settings() {
    try {
      return options.settings();
    } catch (IllegalArgumentException e) {
      CommandLine line = spec.commandLine();
      throw new ParameterException(line, "These options do not work: " + e.getMessage(), e);
    }
  }

  /** Only now that the data has been looked at: what cannot begin leaves nothing behind. */
  private void keepStart(LoadedModel start, Path source, Path kept) throws IOException {
    try {
      disk.createFolders(folder);
      if (start.description().equals(description(source))) {
        AtomicFile.write(disk, kept, out -> Files.copy(source, out));
      } else {
        new ModelWriter(start.description(), start.network(), Precision.FULL).write(disk, kept);
      }
    } catch (IOException e) {
      throw new DataException(
          Problem.of(TrainingProblem.STATE_UNWRITTEN, folder, String.valueOf(e.getMessage())), e);
    }
  }

  private WorkingScale scale(LoadedModel start) {
    WorkingScale scale = start.description().workingScale();
    try {
      scale = workingScale == null ? scale : scale.withFactor(workingScale);
      return workingSide == null ? scale : scale.withSide(workingSide);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "These options do not work: " + e.getMessage(), e);
    }
  }

  private TrainingJob job(
      LoadedModel start, Path file, TrainingSettings settings, Progress progress)
      throws IOException {
    LabelScheme labels = start.description().labels();
    return new TrainingJob(
        start.network(),
        start.description().preprocessing(),
        scale(start),
        data.list(training, file, labels, progress),
        data.list(validation, file, labels, progress),
        settings,
        disk,
        folder);
  }

  /** Says what happened, and keeps the best. */
  private record Narrator(Console console, ModelKeeper keeper) implements TrainingListener {

    @Override
    public void epochDone(EpochReport report) throws IOException {
      keeper.keepLast(report);
      console.say("%s", EvaluationTable.line(report));
      int broken = report.broken().size();
      if (broken > 0) {
        console.warn(
            "%,d %s of epoch %d %s skipped:",
            broken, broken == 1 ? "image" : "images", report.epoch(), broken == 1 ? "was" : "were");
        report.broken().forEach(b -> console.warn("  %s", b));
      }
    }

    @Override
    public void best(EpochReport report) throws IOException {
      keeper.keep(report);
    }
  }
}
