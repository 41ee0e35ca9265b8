package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.train.FolderExamples;
import org.maskwright.network.train.TrainingExamples;
import picocli.CommandLine.Option;

/** Where labelled images are. */
final class DataOptions {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "A folder in VOC's layout: JPEGImages, SegmentationClass, ImageSets.")
  private Path data = Path.of("");

  /** The examples of one list, such as {@code train}. */
  TrainingExamples list(String name, int classes) throws IOException {
    if (!Files.isDirectory(data.resolve("JPEGImages"))) {
      throw DataException.of(CommandProblem.NO_VOC_FOLDER, data);
    }
    return FolderExamples.voc(data, name, classes);
  }

  Path folder() {
    return data;
  }
}
