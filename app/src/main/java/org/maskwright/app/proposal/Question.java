package org.maskwright.app.proposal;

/**
 * What a model is asked about an image.
 *
 * @param refined whether the answer is to be drawn to the borders in the image
 */
public record Question(KnownModel model, boolean refined) {

  /** What the network says as it is. */
  public static Question plain(KnownModel model) {
    return new Question(model, false);
  }
}
