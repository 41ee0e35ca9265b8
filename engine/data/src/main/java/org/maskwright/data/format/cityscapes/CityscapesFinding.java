package org.maskwright.data.format.cityscapes;

import org.maskwright.data.format.FindingCode;
import org.maskwright.data.format.Severity;

/** What only Cityscapes loses, on the way out or in. */
public enum CityscapesFinding implements FindingCode {
  OUTSIDE("{0} pixels have classes that Cityscapes does not know and become unlabeled: {1}."),
  INSTANCES_ELSEWHERE(
      "{0} pixels are of an object of another class than the pixel itself, and of no object now:"
          + " {1}."),
  INSTANCES_IGNORED(
      "{0} files of instances are not read, because no file of ids lies beside them or because they"
          + " hold training ids: {1}.");

  private final String english;

  CityscapesFinding(String english) {
    this.english = english;
  }

  @Override
  public Severity severity() {
    return Severity.LOSS;
  }

  @Override
  public String english() {
    return english;
  }
}
