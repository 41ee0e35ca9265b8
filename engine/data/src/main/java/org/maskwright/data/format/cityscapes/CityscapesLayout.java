package org.maskwright.data.format.cityscapes;

/** Where things lie in a Cityscapes folder. */
final class CityscapesLayout {

  static final String MASKS = "gtFine";
  static final String IMAGES = "leftImg8bit";
  static final String MASK_MARK = "_gtFine";
  static final String IMAGE_MARK = "_leftImg8bit";

  private CityscapesLayout() {}
}
