package org.maskwright.data.image;

import org.jspecify.annotations.Nullable;
import org.maskwright.data.label.Region;

/**
 * Decoded samples of a rectangle of an image as it is stored, pixel after pixel with all bands of
 * each, in 8 or in 16 bit.
 */
final class SampleBlock {

  private final Region place;
  private final byte @Nullable [] eightBit;
  private final short @Nullable [] sixteenBit;

  SampleBlock(Region place, byte[] samples) {
    this.place = place;
    this.eightBit = samples;
    this.sixteenBit = null;
  }

  SampleBlock(Region place, short[] samples) {
    this.place = place;
    this.eightBit = null;
    this.sixteenBit = samples;
  }

  Region place() {
    return place;
  }

  byte @Nullable [] eightBit() {
    return eightBit;
  }

  short @Nullable [] sixteenBit() {
    return sixteenBit;
  }

  int pixels() {
    return (int) place.area();
  }

  /** The sample at a place in the array, as a number from 0. */
  int sample(int index) {
    if (eightBit != null) {
      return eightBit[index] & 0xFF;
    }
    return sixteenBit == null ? 0 : sixteenBit[index] & 0xFFFF;
  }
}
