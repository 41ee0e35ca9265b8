package org.maskwright.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/**
 * Writes a dataset in another format: looks first, writes out of sight, reads everything back, and
 * only then puts it in its place.
 */
public final class Exporter {

  private final Dataset source;
  private final ExportPlan plan;
  private final Progress progress;

  public Exporter(Dataset source, ExportPlan plan, Progress progress) {
    this.source = source;
    this.plan = plan;
    this.progress = progress;
  }

  /** Says what an export would bring across and what not. Nothing is written. */
  public Preflight preflight() throws IOException {
    Findings findings = new Findings();
    findings.addAll(source.findings());
    DatasetWriter writer = plan.format().writer(plan.classes(), source.items(), plan.options());
    List<DatasetItem> ready = new ArrayList<>();
    Set<Integer> used = new LinkedHashSet<>();
    int done = 0;
    for (DatasetItem item : source.items()) {
      progress.checkCancelled();
      progress.report("inspect", done++, source.items().size());
      if (inspect(item, writer, findings, used)) {
        ready.add(item);
      }
    }
    for (ExportClasses.Entry entry : plan.classes().entries()) {
      if (!used.contains(entry.index())) {
        findings.add(CommonFinding.CLASSES_UNUSED, entry.name());
      }
    }
    long leftOut = source.findings().count(CommonFinding.FILTERED_OUT);
    leftOut += source.findings().count(CommonFinding.UNLABELLED_IMAGES);
    return new Preflight(source.items().size() + leftOut, ready, findings);
  }

  private boolean inspect(
      DatasetItem item, DatasetWriter writer, Findings findings, Set<Integer> used)
      throws IOException {
    LabelledImage image;
    try {
      image = source.load(item, findings);
    } catch (DataException e) {
      findings.add(CommonFinding.UNREADABLE, item.path() + " (" + e.getMessage() + ")");
      return false;
    }
    if (MaskLosses.isUntouched(image.mask())) {
      findings.add(CommonFinding.UNLABELLED_IMAGES, item.path());
      return false;
    }
    long[] counts = image.mask().histogram();
    for (int value = 0; value < counts.length; value++) {
      if (counts[value] > 0) {
        used.add(plan.classes().resolve(value));
      }
      long joined = plan.classes().isJoined(value) ? counts[value] : 0;
      findings.add(CommonFinding.CLASSES_JOINED, joined, item.path());
    }
    writer.inspect(image, findings);
    return true;
  }

  /** Exports into a folder, or into a zip file if the target's name ends so. */
  public ExportReport export(Path target) throws IOException {
    ExportTarget place = new ExportTarget(target, plan.replace());
    place.check();
    Preflight preflight = preflight();
    if (preflight.hasErrors() && !plan.skipBroken()) {
      throw DataException.of(
          FormatProblem.PREFLIGHT_FAILED, preflight.errorCount(), preflight.errors());
    }
    if (preflight.ready().isEmpty()) {
      throw DataException.of(FormatProblem.NOTHING_TO_WRITE, preflight.english());
    }
    Path folder = place.begin();
    try {
      ReadBack readBack = write(folder, preflight.ready());
      readBack.check();
      place.finish(folder, progress);
      return readBack.report(target, preflight);
    } finally {
      FolderTree.delete(folder);
    }
  }

  private ReadBack write(Path folder, List<DatasetItem> items) throws IOException {
    List<DatasetItem> renamed = new ArrayList<>();
    for (DatasetItem item : items) {
      renamed.add(item.withPath(plan.images().pathFor(item)));
    }
    DatasetWriter writer = plan.format().writer(plan.classes(), renamed, plan.options());
    Findings unused = new Findings();
    for (int i = 0; i < items.size(); i++) {
      progress.checkCancelled();
      progress.report("write", i, items.size());
      LabelledImage image = source.load(items.get(i), unused);
      writer.write(folder, new LabelledImage(renamed.get(i), image.mask(), image.instances()));
      copyImage(folder, items.get(i), renamed.get(i), writer);
    }
    writer.finish(folder);
    ExportManifest.write(folder, plan, renamed, writer);
    ReadBack readBack = new ReadBack(plan, writer);
    readBack.compare(folder, source, items, renamed, progress);
    return readBack;
  }

  private void copyImage(Path folder, DatasetItem item, DatasetItem renamed, DatasetWriter writer)
      throws IOException {
    if (plan.images().copies()) {
      Path copy = folder.resolve(RelativePath.check(writer.imagePath(renamed), folder));
      Files.createDirectories(copy.toAbsolutePath().getParent());
      plan.images().copy(item, copy);
    }
    if (writer.maskPath(renamed).isPresent()) {
      plan.images().copyWorldFile(item, folder.resolve(writer.maskPath(renamed).get()));
    }
  }
}
