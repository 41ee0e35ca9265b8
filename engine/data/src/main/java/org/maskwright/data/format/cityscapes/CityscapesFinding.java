package org.maskwright.data.format.cityscapes;

import org.maskwright.data.format.FindingCode;
import org.maskwright.data.format.Severity;

/** What only Cityscapes loses. */
public enum CityscapesFinding implements FindingCode {
  OUTSIDE("{0} pixels have classes that Cityscapes does not know and become unlabeled: {1}.");

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
