package org.maskwright.data.project;

import java.io.IOException;
import java.util.Optional;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.ProvenanceTable;
import org.maskwright.data.problem.DataException;

/** Notices masks that another program changed, and reads both copies. */
final class OutsideChanges {

  private static final Provenance OUTSIDE = new Provenance(Provenance.Kind.IMPORT, "outside");

  private final MaskFiles files;

  OutsideChanges(MaskFiles files) {
    this.files = files;
  }

  /** True if the mask's files are not what the record says we wrote. */
  boolean differs(ImageRecord image) throws IOException {
    if (image.stamp().isEmpty()) {
      return files.labelsAsTheyAre(image.image()).isPresent();
    }
    MaskStamp stamp = image.stamp().get();
    return files.ourLabels(image.image(), stamp).isEmpty()
        || files.ourProvenance(image.image(), stamp).isEmpty();
  }

  Optional<ExternalChange> find(ImageRecord image) throws IOException {
    if (!differs(image)) {
      return Optional.empty();
    }
    Optional<LabelMask> ours = ours(image);
    Optional<byte[]> there = files.labelsAsTheyAre(image.image());
    Optional<LabelMask> theirs = Optional.empty();
    if (there.isPresent()) {
      theirs = theirs(there.get(), image.image(), ours);
    }
    return Optional.of(new ExternalChange(image.image(), theirs, ours, fingerprint(image.image())));
  }

  String fingerprint(ImageId image) throws IOException {
    return files.labelsAsTheyAre(image).map(MaskPaths::sha256).orElse("");
  }

  private Optional<LabelMask> ours(ImageRecord image) throws IOException {
    if (image.stamp().isEmpty()) {
      return Optional.empty();
    }
    MaskStamp stamp = image.stamp().get();
    Optional<byte[]> labels = files.ourLabels(image.image(), stamp);
    Optional<byte[]> codes = files.ourProvenance(image.image(), stamp);
    labels = labels.isPresent() ? labels : files.keptLabels(image.image(), stamp);
    codes = codes.isPresent() ? codes : files.keptProvenance(image.image(), stamp);
    return labels.isPresent() && codes.isPresent()
        ? Optional.of(MaskReader.read(image, labels.get(), codes.get()))
        : Optional.empty();
  }

  private Optional<LabelMask> theirs(byte[] file, ImageId image, Optional<LabelMask> ours)
      throws IOException {
    IndexedImage labels;
    try {
      labels = MaskPng.read(file, files.labels(image).toString());
    } catch (DataException e) {
      // Not a mask any more: there is nothing of theirs to show, and the file itself stays.
      return Optional.empty();
    }
    LabelMask theirs =
        LabelMask.decided(labels.width(), labels.height(), labels.indices(), OUTSIDE);
    return Optional.of(
        ours.filter(theirs::sameSize).map(o -> withKnownHands(theirs, o)).orElse(theirs));
  }

  /** Where they left our label alone, it is still decided by whom it was. */
  private static LabelMask withKnownHands(LabelMask theirs, LabelMask ours) {
    ProvenanceTable table = ours.copy().provenances();
    byte outside = table.code(OUTSIDE);
    byte[] codes = ours.provenanceCodes().clone();
    for (int i = 0; i < codes.length; i++) {
      if (theirs.labels()[i] != ours.labels()[i]) {
        codes[i] = outside;
      }
    }
    return new LabelMask(theirs.width(), theirs.height(), theirs.labels(), codes, table);
  }
}
