package org.maskwright.data.project;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.task.Progress;

/** Goes through a project and says what is wrong with it; it changes nothing. */
public final class ProjectCheck {

  private static final String PHASE = "verify";

  private final Project project;
  private final boolean decode;
  private final Progress progress;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private long masks;

  private ProjectCheck(Project project, boolean decode, Progress progress) {
    this.project = project;
    this.decode = decode;
    this.progress = progress;
  }

  /**
   * Checks a project.
   *
   * @param decode whether images are decoded to their last pixel, or only their headers read
   */
  public static CheckReport run(Project project, boolean decode, Progress progress)
      throws IOException {
    return new ProjectCheck(project, decode, progress).run();
  }

  private CheckReport run() throws IOException {
    problems.addAll(project.images().rescan(progress).problems());
    List<ImageEntry> entries = project.images().entries();
    long done = 0;
    for (ImageEntry entry : entries) {
      progress.checkCancelled();
      progress.report(PHASE, done++, entries.size());
      check(entry.image());
    }
    progress.report(PHASE, done, entries.size());
    problems.addAll(MaskFolderCheck.run(project, entries, progress));
    return new CheckReport(entries.size(), masks, List.copyOf(problems));
  }

  private void check(ImageId image) throws IOException {
    Optional<LabelMask> mask = mask(image);
    Optional<ImageHeader> header = header(image);
    if (mask.isPresent()) {
      masks++;
      header.ifPresent(h -> compareSizes(image, mask.get(), h));
      checkLabels(image, mask.get());
    }
  }

  private Optional<LabelMask> mask(ImageId image) throws IOException {
    try {
      return project.masks().read(image);
    } catch (DataException e) {
      problems.add(e.problem());
      return Optional.empty();
    }
  }

  private Optional<ImageHeader> header(ImageId image) throws IOException {
    try {
      ImageRef ref = project.roots().imageRef(image);
      ImageHeader header = ImageProbe.header(ref);
      if (decode) {
        ImageSettings settings = project.roots().imageSettings(image);
        ImageLoader.stream(ref, settings, (place, argb) -> {}, onlyCancelling());
      }
      return Optional.of(header);
    } catch (DataException e) {
      problems.add(e.problem());
      return Optional.empty();
    }
  }

  /** One image's own progress would drown that of the whole. */
  private Progress onlyCancelling() {
    return new Progress() {
      @Override
      public void report(String phase, long done, long total) {}

      @Override
      public boolean cancelled() {
        return progress.cancelled();
      }
    };
  }

  private void compareSizes(ImageId image, LabelMask mask, ImageHeader header) {
    if (mask.width() != header.width() || mask.height() != header.height()) {
      problems.add(
          Problem.of(
              CheckProblem.SIZE_DIFFERS,
              image,
              mask.width(),
              mask.height(),
              header.width(),
              header.height()));
    }
  }

  private void checkLabels(ImageId image, LabelMask mask) {
    long[] histogram = mask.histogram();
    for (int value = 0; value < histogram.length; value++) {
      if (histogram[value] > 0 && !project.scheme().allows(value)) {
        problems.add(Problem.of(CheckProblem.OUTSIDE_SCHEME, image, value, histogram[value]));
      }
    }
  }
}
