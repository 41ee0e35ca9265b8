package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.ProjectFolder;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.task.Progress;
import org.maskwright.network.train.FolderExamples;
import org.maskwright.network.train.ProjectExamples;
import org.maskwright.network.train.TrainingExamples;
import picocli.CommandLine.Option;

/** Where labelled images are. */
final class DataOptions {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = {
        "A project, of which images that are ready or verified count, with classes found by name;",
        "or a folder in VOC's layout: JPEGImages, SegmentationClass, ImageSets."
      })
  private Path data = Path.of("");

  /** The examples of one list or split, such as {@code train}, for the classes of a model. */
  TrainingExamples list(String name, LabelScheme model, Progress progress) throws IOException {
    if (Files.exists(new ProjectFolder(data).projectFile())) {
      try (Project project = Project.openReadOnly(data, Workplace.current())) {
        return ProjectExamples.of(project, name, model, progress);
      }
    }
    if (!Files.isDirectory(data.resolve("JPEGImages"))) {
      throw DataException.of(CommandProblem.NO_EXAMPLES_FOLDER, data);
    }
    return FolderExamples.voc(data, name, model.size());
  }
}
