package org.maskwright.network.architecture;

import java.util.List;

/**
 * How an image's bytes become a network's input: {@code (value - mean) * scale}, channel by channel
 * in the order that the network was trained with.
 *
 * @param mean one value a channel, in that order
 */
public record Preprocessing(ChannelOrder order, List<Float> mean, List<Float> scale) {

  /** The order of a pixel's channels. */
  public enum ChannelOrder {
    RGB,
    BGR
  }

  /** Channels of an image. */
  public static final int COLOURS = 3;

  /** What torchvision's networks expect. */
  public static final Preprocessing TORCHVISION =
      new Preprocessing(
          ChannelOrder.RGB,
          List.of(123.675f, 116.28f, 103.53f),
          List.of(1 / 58.395f, 1 / 57.12f, 1 / 57.375f));

  /** What the published VGG and FCN weights expect. */
  public static final Preprocessing CAFFE_VGG =
      new Preprocessing(
          ChannelOrder.BGR, List.of(104.00699f, 116.66877f, 122.67892f), List.of(1f, 1f, 1f));

  /** What Keras makes of images for its VGGs: the same with fewer digits. */
  public static final Preprocessing KERAS_VGG =
      new Preprocessing(
          ChannelOrder.BGR, List.of(103.939f, 116.779f, 123.68f), List.of(1f, 1f, 1f));

  /** What the published SqueezeNet weights expect. */
  public static final Preprocessing CAFFE_SQUEEZENET =
      new Preprocessing(ChannelOrder.BGR, List.of(104f, 117f, 123f), List.of(1f, 1f, 1f));

  /** Minus one to one. */
  public static final Preprocessing CENTRED =
      new Preprocessing(
          ChannelOrder.RGB,
          List.of(127.5f, 127.5f, 127.5f),
          List.of(1 / 127.5f, 1 / 127.5f, 1 / 127.5f));

  public Preprocessing {
    mean = List.copyOf(mean);
    scale = List.copyOf(scale);
    if (mean.size() != 3 || scale.size() != 3) {
      throw new IllegalArgumentException("three channels, not " + mean + " and " + scale);
    }
    if (!mean.stream().allMatch(Float::isFinite)
        || !scale.stream().allMatch(s -> Float.isFinite(s) && s != 0)) {
      throw new IllegalArgumentException("no numbers to work with: " + mean + " and " + scale);
    }
  }

  /** Writes one colour, red first and 0 to 255, as the network wants it. */
  public void put(float[] rgb, float[] into, int at) {
    for (int c = 0; c < 3; c++) {
      float value = rgb[order == ChannelOrder.RGB ? c : 2 - c];
      into[at + c] = (value - mean.get(c)) * scale.get(c);
    }
  }
}
