package org.maskwright.app.proposal;

/**
 * What a model is asked about an image.
 *
 * @param fullResolution whether it looks at the image as large as it is, tile by tile, and not as
 *     it learned
 * @param refined whether the answer is to be drawn to the borders in the image
 */
public record Question(KnownModel model, boolean fullResolution, boolean refined) {

  /** What the network says as it is, of images as it learned them. */
  public static Question plain(KnownModel model) {
    return new Question(model, false, false);
  }
}
