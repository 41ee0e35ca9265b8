package org.maskwright.data.proposal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.dataset.SplitRevision;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.edit.ProjectEdit;
import org.maskwright.data.edit.ProjectEdits;
import org.maskwright.data.edit.ProjectOutcome;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.proposal.BatchPreview.Line;
import org.maskwright.data.proposal.BatchPreview.Skip;
import org.maskwright.data.region.RegionChange;
import org.maskwright.data.task.Progress;

/**
 * Accepts one class in many images, only where no person painted, as one command that is undone as
 * one. None of the masks may be open elsewhere meanwhile.
 */
public final class BatchAcceptance {

  private final Project project;
  private final ProposedMasks proposals;
  private final Wish wish;

  /**
   * What is to be accepted.
   *
   * @param label the project's class
   * @param leastConfidence 0 to 255
   * @param locked classes that are neither painted over nor added to
   */
  public record Wish(int label, int leastConfidence, Set<Integer> locked) {

    public Wish {
      locked = Set.copyOf(locked);
    }
  }

  public BatchAcceptance(Project project, ProposedMasks proposals, Wish wish) {
    this.project = project;
    this.proposals = proposals;
    this.wish = wish;
  }

  /** Counts what would change; nothing is changed. */
  public BatchPreview preview(List<ImageId> images, Progress progress) throws IOException {
    Optional<SplitRevision> splits = new Splits(project).current();
    List<Line> lines = new ArrayList<>();
    for (ImageId image : images) {
      progress.checkCancelled();
      boolean heldOut = splits.flatMap(known -> known.of(image)).equals(Optional.of(Split.HOLDOUT));
      lines.add(heldOut ? skipped(image, Skip.HOLD_OUT) : look(image, progress));
      progress.report("images", lines.size(), images.size());
    }
    return new BatchPreview(lines);
  }

  private static Line skipped(ImageId image, Skip why) {
    return new Line(image, 0, Optional.of(why));
  }

  private Line look(ImageId image, Progress progress) {
    try {
      if (!project.masks().record(image).state().allowsEdits()) {
        return skipped(image, Skip.LOCKED);
      }
      Optional<ProposedMask> proposal = proposals.of(image);
      return proposal.isPresent()
          ? new Line(image, count(image, proposal.get(), progress), Optional.empty())
          : skipped(image, Skip.NOT_PREDICTED);
    } catch (IOException e) {
      // One image that is damaged or gone does not stand against the others.
      return skipped(image, Skip.UNREADABLE);
    }
  }

  private long count(ImageId image, ProposedMask proposal, Progress progress) throws IOException {
    Optional<LabelMask> known = project.masks().read(image);
    LabelMask mask = known.isPresent() ? known.get() : blank(image);
    return changes(mask, proposed(proposal, mask, progress), wish.locked());
  }

  private LabelMask blank(ImageId image) throws IOException {
    ImageHeader header = ImageProbe.header(project.roots().imageRef(image));
    return new LabelMask(header.width(), header.height());
  }

  private RegionChange proposed(ProposedMask proposal, LabelMask mask, Progress progress)
      throws DataException {
    if (!proposal.fits(mask.width(), mask.height())) {
      throw DataException.of(ProposalProblem.OTHER_SIZE, mask.width(), mask.height());
    }
    return new Acceptance(proposal, mask.width(), mask.height())
        .ofClass(wish.label(), wish.leastConfidence(), progress);
  }

  private static long changes(LabelMask mask, RegionChange change, Set<Integer> locked) {
    long[] count = new long[1];
    for (RegionChange.Part part : PaintRule.UNPAINTED.allowed(change, mask, locked).parts()) {
      part.area()
          .forEachRun(
              (y, from, to) -> {
                for (int x = from; x < to; x++) {
                  count[0] += mask.label(x, y) == part.label() ? 0 : 1;
                }
              });
    }
    return count[0];
  }

  /**
   * What was done.
   *
   * @param edit names it when it is to be taken back; empty if nothing changed
   */
  public record Done(ProjectOutcome outcome, Optional<ProjectEdit> edit) {}

  /** Does what a preview promised. */
  public Done run(BatchPreview preview, String words, Progress progress) throws IOException {
    Set<String> untouched = untouched(preview.images());
    ProjectOutcome outcome;
    Optional<ProjectEdit> edit;
    try (ProjectEdits edits = project.edits(wish.locked())) {
      Optional<ProjectEdit> before = edits.undoable();
      outcome =
          edits.run(
              words,
              preview.images().stream().map(ImageId::toString).toList(),
              (image, mask, stroke) -> {
                Optional<ProposedMask> proposal = proposals.of(ImageId.parse(image));
                if (proposal.isPresent()) {
                  stroke.paint(
                      proposed(proposal.get(), mask, progress),
                      Provenance.model(proposal.get().source()),
                      PaintRule.UNPAINTED);
                }
              },
              progress);
      edit = edits.undoable().filter(now -> !before.equals(Optional.of(now)));
    }
    for (String image : outcome.done()) {
      if (untouched.contains(image)) {
        // Nobody has looked at it yet.
        project.masks().setState(ImageId.parse(image), ImageState.PROPOSED);
      }
    }
    return new Done(outcome, edit);
  }

  private Set<String> untouched(List<ImageId> images) throws IOException {
    Set<String> untouched = new HashSet<>();
    for (ImageId image : images) {
      ImageState state = project.masks().record(image).state();
      if (state == ImageState.UNTOUCHED || state == ImageState.PROPOSED) {
        untouched.add(image.toString());
      }
    }
    return untouched;
  }

  /**
   * Takes a command over many images back, in every image that was not edited since; the outcome
   * says which were.
   */
  public static ProjectOutcome undo(Project project, ProjectEdit edit, Progress progress)
      throws IOException {
    ProjectOutcome outcome;
    try (ProjectEdits edits = project.edits(Set.of())) {
      if (!edits.undoable().equals(Optional.of(edit))) {
        throw DataException.of(ProposalProblem.NOT_LAST);
      }
      outcome = edits.undoUnedited(progress);
    }
    for (String image : outcome.done()) {
      ImageId id = ImageId.parse(image);
      Optional<LabelMask> mask = project.masks().read(id);
      if (mask.isEmpty() || mask.get().histogram()[LabelMask.IGNORE] == area(mask.get())) {
        project.masks().setState(id, ImageState.UNTOUCHED);
      }
    }
    return outcome;
  }

  private static long area(LabelMask mask) {
    return mask.bounds().area();
  }
}
