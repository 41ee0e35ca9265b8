package org.maskwright.data.metric;

/**
 * What was got right of one class.
 *
 * @param hits pixels of the class that were predicted as it
 */
public record ClassScore(int index, long truthPixels, long predictedPixels, long hits) {

  /** The share of the class that was found; NaN if the truth has none of it. */
  public double accuracy() {
    return (double) hits / truthPixels;
  }

  /** The share of what was predicted that is right; NaN if nothing was predicted. */
  public double precision() {
    return (double) hits / predictedPixels;
  }

  /** Intersection over union; NaN if neither truth nor prediction has the class. */
  public double iu() {
    return (double) hits / union();
  }

  private long union() {
    return truthPixels + predictedPixels - hits;
  }

  public boolean isInTruth() {
    return truthPixels > 0;
  }

  public boolean isAnywhere() {
    return union() > 0;
  }
}
