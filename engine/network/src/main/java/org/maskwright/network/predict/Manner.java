package org.maskwright.network.predict;

import java.util.Optional;
import org.maskwright.network.refine.CrfSettings;

/**
 * How an image is looked at.
 *
 * @param tiles at full resolution and tile by tile, instead of whole at the model's working scale
 * @param shrunk how many times smaller the image was made before; it is not enlarged again
 * @param refinement how the answer is drawn to the borders in the image, if it is
 */
public record Manner(boolean tiles, double shrunk, Optional<CrfSettings> refinement) {

  /** The whole image at the model's working scale, as the network says it. */
  public static final Manner WHOLE = new Manner(false, 1, Optional.empty());
}
