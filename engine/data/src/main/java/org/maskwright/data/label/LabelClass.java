package org.maskwright.data.label;

/**
 * One class of a scheme.
 *
 * @param index the value in masks, for ever
 * @param displayRgb the colour on screen; files have the VOC palette's
 * @param retired no longer offered for painting; its pixels stay what they are
 * @param mergedInto the index that stands for this one now, or its own
 */
public record LabelClass(int index, String name, int displayRgb, boolean retired, int mergedInto) {

  public LabelClass(int index, String name) {
    this(index, name, Palette.display(index), false, index);
  }

  /** True if the class is an alias of another one. */
  public boolean isMerged() {
    return mergedInto != index;
  }

  /** True if a person may paint with it. */
  public boolean isActive() {
    return !retired && !isMerged();
  }

  LabelClass withName(String newName) {
    return new LabelClass(index, newName, displayRgb, retired, mergedInto);
  }

  LabelClass withDisplayRgb(int rgb) {
    return new LabelClass(index, name, rgb & 0xFFFFFF, retired, mergedInto);
  }

  LabelClass withRetired(boolean nowRetired) {
    return new LabelClass(index, name, displayRgb, nowRetired, mergedInto);
  }

  LabelClass withMergedInto(int target) {
    return new LabelClass(index, name, displayRgb, retired, target);
  }
}
