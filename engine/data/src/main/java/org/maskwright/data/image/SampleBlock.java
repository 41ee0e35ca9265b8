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
    this(place, samples, null);
  }

  SampleBlock(Region place, short[] samples) {
    this(place, null, samples);
  }

  private SampleBlock(Region place, byte @Nullable [] eightBit, short @Nullable [] sixteenBit) {
    this.place = place;
    this.eightBit = eightBit;
    this.sixteenBit = sixteenBit;
  }

  /** A block at the same place and of the same depth, with room for so many samples. */
  static SampleBlock empty(SampleBlock like, int samples) {
    return like.eightBit != null
        ? new SampleBlock(like.place, new byte[samples])
        : new SampleBlock(like.place, new short[samples]);
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

  SampleBlock placed(Region newPlace) {
    return new SampleBlock(newPlace, eightBit, sixteenBit);
  }

  /** The upper left part that lies inside the image, moved to where it belongs. */
  SampleBlock crop(Region newPlace, int bands) {
    if (newPlace.width() == place.width() && newPlace.height() == place.height()) {
      return placed(newPlace);
    }
    int row = newPlace.width() * bands;
    SampleBlock cropped = empty(this, row * newPlace.height()).placed(newPlace);
    Object from = samples();
    Object to = cropped.samples();
    for (int y = 0; y < newPlace.height(); y++) {
      System.arraycopy(from, y * place.width() * bands, to, y * row, row);
    }
    return cropped;
  }

  private Object samples() {
    return eightBit != null ? eightBit : sixteenBit != null ? sixteenBit : new byte[0];
  }

  /** Writes the samples of one band between those of the others. */
  void spread(SampleBlock into, int band, int bands) {
    if (eightBit != null && into.eightBit != null) {
      for (int i = 0, to = band; i < eightBit.length; i++, to += bands) {
        into.eightBit[to] = eightBit[i];
      }
    } else if (sixteenBit != null && into.sixteenBit != null) {
      for (int i = 0, to = band; i < sixteenBit.length; i++, to += bands) {
        into.sixteenBit[to] = sixteenBit[i];
      }
    }
  }

  /** Turns differences between neighbours in a row back into values. */
  void addUp(int rowSamples, int bands) {
    int count = eightBit != null ? eightBit.length : sixteenBit != null ? sixteenBit.length : 0;
    for (int row = 0; row + rowSamples <= count; row += rowSamples) {
      for (int i = row + bands; i < row + rowSamples; i++) {
        if (eightBit != null) {
          eightBit[i] += eightBit[i - bands];
        } else if (sixteenBit != null) {
          sixteenBit[i] += sixteenBit[i - bands];
        }
      }
    }
  }

  /** Moves signed samples into the range from 0, the smallest becoming 0. */
  void flipSigns() {
    if (eightBit != null) {
      for (int i = 0; i < eightBit.length; i++) {
        eightBit[i] ^= (byte) 0x80;
      }
    } else if (sixteenBit != null) {
      for (int i = 0; i < sixteenBit.length; i++) {
        sixteenBit[i] ^= (short) 0x8000;
      }
    }
  }
}
