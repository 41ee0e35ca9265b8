package org.maskwright.data.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.Findings;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRecord;
import org.maskwright.data.project.Project;

/** Finds the project's image for each item, and says why there is none that will do. */
final class ImportMatch {

  private final Project project;
  private final ProjectNames names;
  private final ImportPlan plan;
  private final Findings findings;

  ImportMatch(Project project, ProjectNames names, ImportPlan plan, Findings findings) {
    this.project = project;
    this.names = names;
    this.plan = plan;
    this.findings = findings;
  }

  /** The image that takes the mask; nothing if none may, and then a finding says why. */
  @Nullable ImageId find(DatasetItem item, LabelMask mask) throws IOException {
    List<ImageId> candidates = names.find(item);
    if (candidates.size() != 1) {
      boolean none = candidates.isEmpty();
      findings.add(
          none ? CommonFinding.NOT_IN_PROJECT : CommonFinding.AMBIGUOUS_IMAGE, item.path());
      return null;
    }
    ImageId image = candidates.get(0);
    return fits(image, mask) && takes(image) ? image : null;
  }

  private boolean fits(ImageId image, LabelMask mask) throws IOException {
    ImageHeader header;
    try {
      header = ImageProbe.header(new ImageRef(project.roots().file(image), image.page()));
    } catch (DataException e) {
      findings.add(CommonFinding.UNREADABLE, image + " (" + e.getMessage() + ")");
      return false;
    }
    if (mask.width() == header.width() && mask.height() == header.height()) {
      return true;
    }
    boolean unturned =
        mask.width() == header.storedWidth() && mask.height() == header.storedHeight();
    findings.add(
        unturned ? CommonFinding.SIZE_ROTATED : CommonFinding.SIZE_MISMATCH,
        "%s (%d x %d, not %d x %d)"
            .formatted(image, mask.width(), mask.height(), header.width(), header.height()));
    return false;
  }

  private boolean takes(ImageId image) throws IOException {
    ImageRecord record = project.masks().record(image);
    if (!record.state().allowsEdits()) {
      findings.add(CommonFinding.LOCKED, image.toString());
      return false;
    }
    Optional<LabelMask> present = project.masks().read(image);
    if (present.isEmpty() || !hasPersonsLabels(present.get())) {
      return true;
    }
    if (plan.proposals()) {
      findings.add(CommonFinding.PAINTED_KEPT, image.toString());
      return true;
    }
    findings.add(
        switch (plan.existing()) {
          case REFUSE -> CommonFinding.ALREADY_LABELLED;
          case KEEP -> CommonFinding.KEPT;
          case REPLACE -> CommonFinding.REPLACED;
        },
        image.toString());
    return plan.existing() == ImportPlan.Existing.REPLACE;
  }

  private static boolean hasPersonsLabels(LabelMask mask) {
    boolean[] human = humanCodes(mask);
    for (byte code : mask.provenanceCodes()) {
      if (human[code & 0xFF]) {
        return true;
      }
    }
    return false;
  }

  /** Which provenance codes of a mask stand for a person. */
  static boolean[] humanCodes(LabelMask mask) {
    boolean[] human = new boolean[256];
    for (int code = 0; code < mask.provenances().size(); code++) {
      human[code] = mask.provenances().get((byte) code).isHuman();
    }
    return human;
  }
}
