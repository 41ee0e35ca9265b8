package org.maskwright.data.format.geometry;

import org.maskwright.data.format.FindingCode;
import org.maskwright.data.format.Severity;

/** What a preflight can find in formats that list objects. */
public enum GeometryFinding implements FindingCode {
  HOLES_SPLIT(Severity.NOTE, "{0} objects with holes are cut into pieces without: {1}."),
  KEYS_DROPPED(Severity.NOTE, "{0} entries have no place here and are not kept: {1}."),
  EMBEDDED_ONLY(Severity.NOTE, "{0} images lie inside their files and nowhere else: {1}."),
  CROWDS(Severity.NOTE, "{0} objects are crowds: {1}."),
  BACKGROUND_LOST(Severity.LOSS, "{0} background pixels become unlabelled: {1}."),
  OBJECTS_SPLIT(Severity.LOSS, "{0} objects become several, for lack of a number: {1}."),
  NO_SHAPE(Severity.LOSS, "{0} objects have a box or nothing, but no shape; left out: {1}."),
  UNKNOWN_SHAPE(Severity.LOSS, "{0} shapes are of an unknown kind and left out: {1}."),
  BAD_SHAPE(Severity.LOSS, "{0} shapes are damaged and left out: {1}."),
  UNKNOWN_CLASS(Severity.LOSS, "{0} objects are of an unknown class and left out: {1}."),
  UNKNOWN_IMAGE(Severity.LOSS, "{0} objects belong to images that are not listed: {1}."),
  IMAGE_TWICE(Severity.ERROR, "{0} image numbers are used twice: {1}."),
  UNSAFE_NAME(Severity.ERROR, "{0} image names lead out of their folder: {1}.");

  private final Severity severity;
  private final String english;

  GeometryFinding(Severity severity, String english) {
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
