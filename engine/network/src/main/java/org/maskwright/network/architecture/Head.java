package org.maskwright.network.architecture;

import java.util.EnumSet;
import java.util.Set;

/** What stands between a trunk's deepest features and the scores. */
public enum Head {
  /** Nothing: scores are read straight from the trunk. */
  PLAIN(Form.SKIPS),
  /** The classifier's fully connected layers as convolutions, fc6 and fc7. */
  FULLY_CONVOLUTIONAL(Form.SKIPS),
  /** A 1x1 convolution beside the mean of the whole image, projected together. */
  CONTEXT(Form.SKIPS),
  /** Torchvision's FCN: a 3x3 convolution over a trunk that ends at stride 8, scored there. */
  CONVOLVED(Form.SINGLE),
  /** The same, and in training a second one on the layer before the last. */
  CONVOLVED_AUXILIARY(Form.SINGLE),
  /** DeepLab-LargeFOV: fc6 as a 3x3 convolution with its taps 12 cells apart, and fc7. */
  LARGE_FOV(Form.SINGLE),
  /** DeepLabv3: the context head, and 3x3 convolutions whose taps lie at several rates. */
  ASPP(Form.SINGLE),
  /** SegNet: the trunk once more, backwards. */
  SEGNET(Form.MIRRORED),
  /** DeconvNet: the same behind fc6 and fc7, which come back as well. */
  DECONVNET(Form.MIRRORED);

  /** How scores come to the size of the image. */
  public enum Form {
    /** Coarse scores are joined with finer ones, as FCN does. */
    SKIPS,
    /** Scores of one map, at the stride that the trunk ends at. */
    SINGLE,
    /** A decoder that ends at every pixel. */
    MIRRORED
  }

  private final Form form;

  Head(Form form) {
    this.form = form;
  }

  public Form form() {
    return form;
  }

  /** Whether it has channels of its own to choose. */
  public boolean hasChannels() {
    return this != PLAIN && this != SEGNET;
  }

  /** Everything that it can compute behind a trunk that ends at this stride. */
  public Set<Variant> outputs(int stride) {
    return switch (form) {
      case SKIPS -> Variant.SKIPS;
      case SINGLE -> EnumSet.of(Variant.ofStride(stride));
      case MIRRORED -> EnumSet.of(Variant.FULL);
    };
  }

  /** How it enlarges maps on the way unless told otherwise. */
  InnerUpsampling usualUpsampling() {
    return form == Form.MIRRORED ? InnerUpsampling.UNPOOLED : InnerUpsampling.LEARNED;
  }
}
