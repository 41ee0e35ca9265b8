package org.maskwright.data.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.task.Progress;

/** Compares the index with the folders, and brings it up to date. */
final class IndexScan {

  private static final String PHASE = "index";
  private static final int REPORT_EVERY = 1000;

  private final ProjectFolder folder;
  private final Roots roots;
  private final MaskFiles files;
  private final Progress progress;
  private final Map<Path, BasicFileAttributes> records = new HashMap<>();
  private final Map<ImageId, IndexRow> known = new LinkedHashMap<>();
  private final Map<ImageId, IndexRow> now = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  IndexScan(ProjectFolder folder, Roots roots, MaskFiles files, Progress progress) {
    this.folder = folder;
    this.roots = roots;
    this.files = files;
    this.progress = progress;
  }

  IndexChanges update(ImageIndex index) throws IOException {
    index.rows().forEach(row -> known.put(row.image(), row));
    findRecords();
    for (ImageRoot root : roots.all()) {
      look(root);
    }
    return apply(index);
  }

  /** One walk through our own folder is faster than a question for each image. */
  private void findRecords() throws IOException {
    if (!Files.isDirectory(folder.masks())) {
      return;
    }
    Files.walkFileTree(
        folder.masks(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            progress.checkCancelled();
            if (file.toString().endsWith(MaskPaths.RECORD)) {
              records.put(file, attributes);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void look(ImageRoot root) throws IOException {
    ImageScan.Result result = ImageScan.scan(root, progress);
    problems.addAll(result.problems());
    if (!Files.isDirectory(root.folder())) {
      // A drive that is not connected does not mean that the images are gone.
      known.values().stream()
          .filter(row -> row.image().root().equals(root.name()))
          .forEach(row -> now.put(row.image(), row));
      return;
    }
    FilePages pages = new FilePages(roots, known.values());
    long total = result.images().size();
    for (FoundImage found : result.images()) {
      for (ImageId image : pages.of(found)) {
        add(image, found);
      }
      if (now.size() % REPORT_EVERY == 0) {
        progress.checkCancelled();
        progress.report(PHASE, now.size(), Math.max(total, now.size()));
      }
    }
  }

  private void add(ImageId image, FoundImage found) throws IOException {
    if (now.containsKey(image)) {
      problems.add(Problem.of(ProjectProblem.SAME_NAME, image));
      return;
    }
    now.put(image, row(image, found));
  }

  private IndexRow row(ImageId image, FoundImage found) throws IOException {
    BasicFileAttributes attributes = records.get(files.record(image));
    long size = attributes == null ? IndexRow.NO_RECORD : attributes.size();
    long modified = attributes == null ? 0 : attributes.lastModifiedTime().toMillis();
    IndexRow before = known.get(image);
    if (before != null
        && before.recordSize() == size
        && before.recordModified() == modified
        && (attributes != null || before.entry().state() == unrecorded(image))) {
      return new IndexRow(entry(before.entry(), found), size, modified);
    }
    return new IndexRow(entry(image, found, attributes != null), size, modified);
  }

  private static ImageEntry entry(ImageEntry before, FoundImage found) {
    return new ImageEntry(
        before.image(),
        before.state(),
        before.author(),
        before.changed(),
        found.size(),
        found.modified());
  }

  private ImageEntry entry(ImageId image, FoundImage found, boolean recorded) throws IOException {
    ImageState state = unrecorded(image);
    String author = "";
    Instant changed = Instant.EPOCH;
    if (recorded) {
      try {
        ImageRecord record = files.readRecord(image).orElse(ImageRecord.untouched(image));
        state = record.state();
        author = record.author();
        changed = record.changed();
      } catch (DataException e) {
        problems.add(e.problem());
      }
    }
    return new ImageEntry(image, state, author, changed, found.size(), found.modified());
  }

  private ImageState unrecorded(ImageId image) throws IOException {
    return roots.givenMask(image).isPresent() ? ImageState.READY : ImageState.UNTOUCHED;
  }

  private IndexChanges apply(ImageIndex index) throws IOException {
    progress.checkCancelled();
    List<ImageId> added = new ArrayList<>();
    List<ImageId> changed = new ArrayList<>();
    List<IndexRow> put = new ArrayList<>();
    for (IndexRow row : now.values()) {
      IndexRow before = known.get(row.image());
      if (!row.equals(before)) {
        put.add(row);
      }
      if (before == null) {
        added.add(row.image());
      } else if (!before.entry().equals(row.entry())) {
        changed.add(row.image());
      }
    }
    List<ImageId> gone = known.keySet().stream().filter(i -> !now.containsKey(i)).toList();
    index.apply(put, gone);
    progress.report(PHASE, now.size(), now.size());
    return new IndexChanges(added, gone, changed, problems);
  }
}
