package org.maskwright.data.project;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.maskwright.data.image.header.ImageFormat;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.task.Progress;

/** Looks through the folders of a project for image files. */
final class ImageScan extends SimpleFileVisitor<Path> {

  /** The phase that is reported. */
  static final String PHASE = "scan";

  private static final int MAX_DEPTH = 64;
  private static final int REPORT_EVERY = 500;

  private final ImageRoot root;
  private final Progress progress;
  private final List<FoundImage> found = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private ImageScan(ImageRoot root, Progress progress) {
    this.root = root;
    this.progress = progress;
  }

  /** What a look through one folder found, and what it could not look at. */
  record Result(List<FoundImage> images, List<Problem> problems) {}

  static Result scan(ImageRoot root, Progress progress) throws IOException {
    ImageScan scan = new ImageScan(root, progress);
    if (!Files.isDirectory(root.folder())) {
      return new Result(
          List.of(), List.of(Problem.of(ProjectProblem.ROOT_MISSING, root.name(), root.folder())));
    }
    Files.walkFileTree(root.folder(), EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, scan);
    return new Result(scan.found, scan.problems);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean hidden =
        !folder.equals(root.folder()) && String.valueOf(folder.getFileName()).startsWith(".");
    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    progress.checkCancelled();
    String name = String.valueOf(file.getFileName());
    if (attributes.isRegularFile() && ImageFormat.isImageName(name) && !name.startsWith(".")) {
      add(file, attributes);
    }
    return FileVisitResult.CONTINUE;
  }

  private void add(Path file, BasicFileAttributes attributes) {
    String path = root.folder().relativize(file).toString();
    if (!root.folder().getFileSystem().getSeparator().equals("/")) {
      path = path.replace('\\', '/');
    }
    try {
      found.add(
          new FoundImage(
              ImageId.of(root.name(), path),
              attributes.size(),
              attributes.lastModifiedTime().toMillis()));
    } catch (DataException e) {
      problems.add(e.problem());
    }
    if (found.size() % REPORT_EVERY == 0) {
      progress.report(PHASE, found.size(), 0);
    }
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException reason) {
    problems.add(Problem.of(ProjectProblem.UNREADABLE, file, String.valueOf(reason.getMessage())));
    return FileVisitResult.CONTINUE;
  }
}
