package org.maskwright.data.format.cityscapes;

import org.maskwright.data.format.FormatOptions;

/** Where things lie in a Cityscapes folder. */
final class CityscapesLayout {

  static final String MASKS = "gtFine";
  static final String IMAGES = "leftImg8bit";
  static final String MASK_MARK = "_gtFine";
  static final String IMAGE_MARK = "_leftImg8bit";

  static final String INSTANCES = "_instanceIds.png";
  static final String TRAINING_INSTANCES = "_instanceTrainIds.png";

  private CityscapesLayout() {}

  /** How the names of the masks end that the options choose. */
  static String maskEnding(FormatOptions options) {
    return MASK_MARK + "_" + options.get(CityscapesFormat.IDS) + ".png";
  }
}
