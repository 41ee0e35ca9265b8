package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.ProjectFolder;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.task.Progress;
import org.maskwright.network.train.FolderExamples;
import org.maskwright.network.train.ProjectExamples;
import org.maskwright.network.train.TrainingExamples;
import org.maskwright.network.weights.model.ContentHash;
import picocli.CommandLine.Option;

/** Where labelled images are. */
final class DataOptions {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = {
        "A project, of which images that are ready or verified count, with classes found by the",
        "map that the project keeps for the model, or by name;",
        "or a folder in VOC's layout: JPEGImages, SegmentationClass, ImageSets."
      })
  private Path data = Path.of("");

  /**
   * The examples of one list or split, such as {@code train}, for the classes of a model.
   *
   * @param file the model's
   */
  TrainingExamples list(String name, Path file, LabelScheme model, Progress progress)
      throws IOException {
    if (Files.exists(new ProjectFolder(data).projectFile())) {
      try (Project project = Project.openReadOnly(data, Workplace.current())) {
        return ProjectExamples.of(project, name, hash(file), model, progress);
      }
    }
    if (!Files.isDirectory(data.resolve("JPEGImages"))) {
      throw DataException.of(CommandProblem.NO_EXAMPLES_FOLDER, data);
    }
    return FolderExamples.voc(data, name, model.size());
  }

  /** Of a file that may have been copied, and lost its name. */
  private static String hash(Path file) throws IOException {
    String stated = ContentHash.stated(file);
    return Sha256.isName(stated) ? stated : ContentHash.of(file);
  }
}
