package org.maskwright.network.architecture;

/** What stands between a trunk's deepest features and the scores. */
public enum Head {
  /** Nothing: scores are read straight from the trunk. */
  PLAIN,
  /** The classifier's fully connected layers as convolutions, fc6 and fc7. */
  FULLY_CONVOLUTIONAL,
  /** A 1x1 convolution beside the mean of the whole image, projected together. */
  CONTEXT,
  /** Torchvision's FCN: a 3x3 convolution over a trunk that ends at stride 8, scored there. */
  CONVOLVED,
  /** The same, and in training a second one on the layer before the last. */
  CONVOLVED_AUXILIARY
}
