package org.maskwright.network.predict;

/**
 * What one variant says about an image, row by row.
 *
 * @param classes the likeliest class
 * @param confidence its probability, 0 to 255
 * @param entropy how spread out the probabilities are, 0 for certain, 255 for no idea
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels in bulk; nobody compares predictions.
public record VariantPrediction(
    byte[] classes, byte[] confidence, byte[] entropy, ScoreGrid grid) {}
