package org.maskwright.data.format;

/** What a preflight can find in any format. */
public enum CommonFinding implements FindingCode {
  CLASSES_ADDED(Severity.NOTE, "{0} classes are new and will be added: {1}."),
  CLASSES_UNUSED(Severity.NOTE, "{0} classes occur in no image: {1}."),
  UNLABELLED_IMAGES(Severity.NOTE, "{0} images have no labels and are left out: {1}."),
  FILTERED_OUT(Severity.NOTE, "{0} images are left out by the filter: {1}."),
  RENAMED(Severity.NOTE, "{0} images share a name and get longer ones: {1}."),
  VOID_PIXELS(Severity.NOTE, "{0} pixels are void (255) and stay out of training: {1}."),
  UNLABELLED_PIXELS(Severity.NOTE, "{0} pixels are unlabelled and stay out of training: {1}."),
  PROVENANCE_LOST(Severity.NOTE, "{0} images lose who set which pixel, which the format lacks."),
  SPLIT_LOST(Severity.NOTE, "{0} images lose which split they are in: {1}."),
  COLOURS_GUESSED(
      Severity.LOSS, "{0} pixels have colours of no class and go to the nearest one: {1}."),
  INSTANCES_LOST(Severity.LOSS, "{0} instances lose their numbers: {1}."),
  VOID_LOST(Severity.LOSS, "{0} void or unlabelled pixels become background: {1}."),
  CLASSES_JOINED(
      Severity.LOSS,
      "{0} pixels have classes that become one with another and cannot be told apart again: {1}."),
  CLASS_LEFT_OUT(Severity.LOSS, "{0} pixels have classes that are left out: {1}."),
  OVERLAPS(Severity.LOSS, "{0} pixels are covered more than once; the later one wins: {1}."),
  MASK_WITHOUT_IMAGE(Severity.NOTE, "{0} masks have no image beside them: {1}."),
  IMAGE_WITHOUT_MASK(Severity.NOTE, "{0} images have no mask: {1}."),
  UNKNOWN_VALUE(Severity.ERROR, "{0} masks hold values that are no class: {1}."),
  SIZE_MISMATCH(Severity.ERROR, "{0} masks have another size than their image: {1}."),
  SIZE_ROTATED(
      Severity.ERROR,
      "{0} masks fit their image only unrotated; it is shown turned by its EXIF data: {1}."),
  DUPLICATE_NAME(Severity.ERROR, "{0} images have the same name twice: {1}."),
  NOT_IN_PROJECT(Severity.ERROR, "{0} images are not in the project: {1}."),
  AMBIGUOUS_IMAGE(Severity.ERROR, "{0} names fit several images of the project: {1}."),
  ALREADY_LABELLED(Severity.ERROR, "{0} images have labels already: {1}."),
  KEPT(Severity.NOTE, "{0} images have labels already and keep them: {1}."),
  REPLACED(Severity.LOSS, "{0} images have labels that will be replaced: {1}."),
  PAINTED_KEPT(
      Severity.NOTE, "{0} images have labels by people, which stay above the proposals: {1}."),
  LOCKED(Severity.ERROR, "{0} images are verified or unusable and not to be changed: {1}."),
  UNREADABLE(Severity.ERROR, "{0} images cannot be read: {1}.");

  private final Severity severity;
  private final String english;

  CommonFinding(Severity severity, String english) {
    this.severity = severity;
    this.english = english;
  }

  @Override
  public Severity severity() {
    return severity;
  }

  @Override
  public String english() {
    return english;
  }
}
