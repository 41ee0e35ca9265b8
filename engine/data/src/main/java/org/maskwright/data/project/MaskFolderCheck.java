package org.maskwright.data.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.task.Progress;

/** Looks for files among the masks that belong to no image of the project. */
final class MaskFolderCheck extends SimpleFileVisitor<Path> {

  private static final List<String> ENDINGS =
      List.of(MaskPaths.LABELS, MaskPaths.PROVENANCE, MaskPaths.RECORD);

  private final MaskFiles files;
  private final Map<Path, ImageId> stems = new HashMap<>();
  private final Progress progress;
  private final List<Problem> problems = new ArrayList<>();

  private MaskFolderCheck(Project project, Progress progress) {
    this.progress = progress;
    ProjectFolder folder = project.folder();
    this.files = new MaskFiles(project.workplace().disk(), folder.masks(), folder.kept());
  }

  static List<Problem> run(Project project, List<ImageEntry> entries, Progress progress)
      throws IOException {
    MaskFolderCheck check = new MaskFolderCheck(project, progress);
    for (ImageEntry entry : entries) {
      check.stems.put(MaskPaths.stem(project.folder().masks(), entry.image()), entry.image());
    }
    if (Files.isDirectory(project.folder().masks())) {
      Files.walkFileTree(project.folder().masks(), check);
    }
    return check.problems;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    progress.checkCancelled();
    String name = file.toString();
    if (AtomicFile.isTemporary(file) || name.endsWith(MaskPaths.NEXT)) {
      problems.add(Problem.of(CheckProblem.UNFINISHED, file));
      return FileVisitResult.CONTINUE;
    }
    Path stem = stem(file);
    if (!stems.containsKey(stem)) {
      if (name.endsWith(MaskPaths.RECORD)) {
        checkOrphan(file);
      } else if (stem.equals(file) || !Files.exists(MaskPaths.with(stem, MaskPaths.RECORD))) {
        problems.add(Problem.of(CheckProblem.STRAY, file));
      }
    }
    return FileVisitResult.CONTINUE;
  }

  private static Path stem(Path file) {
    String name = String.valueOf(file.getFileName());
    return ENDINGS.stream()
        .filter(name::endsWith)
        .findFirst()
        .map(end -> file.resolveSibling(name.substring(0, name.length() - end.length())))
        .orElse(file);
  }

  private void checkOrphan(Path file) throws IOException {
    try {
      ImageId image = files.readRecord(file).image();
      problems.add(Problem.of(CheckProblem.ORPHAN, file, image));
    } catch (DataException e) {
      problems.add(e.problem());
    }
  }
}
