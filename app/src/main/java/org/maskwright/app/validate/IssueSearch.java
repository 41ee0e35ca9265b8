package org.maskwright.app.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.app.validate.Issue.Kind;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.project.CheckReport;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.ProjectCheck;
import org.maskwright.data.region.MaskFaults;
import org.maskwright.data.task.Progress;

/** Goes through all masks of a project; changes nothing. */
final class IssueSearch {

  private static final String PHASE = "inspect";

  private final Project project;
  private final long speck;
  private final Progress progress;
  private final List<Issue> unlabelled = new ArrayList<>();
  private final List<Issue> specks = new ArrayList<>();
  private final long[] pixels = new long[256];

  private IssueSearch(Project project, long speck, Progress progress) {
    this.project = project;
    this.speck = speck;
    this.progress = progress;
  }

  /**
   * Finds what looks like a slip.
   *
   * @param speck connected parts with fewer pixels are specks
   */
  static List<Issue> run(Project project, long speck, Progress progress) throws IOException {
    return new IssueSearch(project, speck, progress).run();
  }

  private List<Issue> run() throws IOException {
    CheckReport check = ProjectCheck.run(project, false, progress);
    List<Issue> all = new ArrayList<>(check.problems().stream().map(this::mismatch).toList());
    List<ImageEntry> entries = project.images().entries();
    long done = 0;
    for (ImageEntry entry : entries) {
      progress.checkCancelled();
      progress.report(PHASE, done++, entries.size());
      look(entry.image());
    }
    all.addAll(unlabelled);
    all.addAll(specks);
    all.addAll(unusedClasses());
    return all;
  }

  private Issue mismatch(Problem problem) {
    Optional<ImageId> image =
        problem.arguments().stream()
            .filter(ImageId.class::isInstance)
            .map(ImageId.class::cast)
            .findFirst();
    String name = image.map(ImageId::name).orElse("");
    return new Issue(Kind.MISMATCH, image, name, 1, 0, List.of(), Optional.of(problem));
  }

  private void look(ImageId image) throws IOException {
    Optional<LabelMask> mask;
    try {
      mask = project.masks().read(image);
    } catch (DataException e) {
      // The project's own check has said so already.
      return;
    }
    if (mask.isPresent()) {
      long[] counts = mask.get().histogram();
      for (int label = 0; label < counts.length; label++) {
        pixels[project.scheme().resolve(label)] += counts[label];
      }
      add(Kind.UNLABELLED, image, MaskFaults.unlabelled(mask.get()), unlabelled);
      add(Kind.SPECKS, image, MaskFaults.specks(mask.get(), speck), specks);
    }
  }

  private static void add(Kind kind, ImageId image, MaskFaults faults, List<Issue> into) {
    if (!faults.isNone()) {
      into.add(
          new Issue(
              kind,
              Optional.of(image),
              image.name(),
              faults.areas(),
              faults.pixels(),
              faults.places(),
              Optional.empty()));
    }
  }

  private List<Issue> unusedClasses() {
    return project.scheme().active().stream()
        .filter(label -> pixels[label.index()] == 0)
        .map(IssueSearch::unused)
        .toList();
  }

  private static Issue unused(LabelClass label) {
    return new Issue(
        Kind.UNUSED_CLASS, Optional.empty(), label.name(), 0, 0, List.of(), Optional.empty());
  }
}
