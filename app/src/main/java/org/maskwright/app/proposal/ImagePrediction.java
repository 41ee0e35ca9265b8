package org.maskwright.app.proposal;

import java.util.Optional;
import org.maskwright.app.engine.EnginePrediction;
import org.maskwright.app.engine.EnginePrediction.VariantAnswer;
import org.maskwright.data.proposal.ProposedMask;

/**
 * What a model says about an image, perhaps at a coarser level than the image's own.
 *
 * @param level how often the sides of a large image were halved before it was sent
 * @param width of the image, and {@code height} too
 */
public record ImagePrediction(EnginePrediction said, int level, int width, int height) {

  public Optional<VariantAnswer> variant(String label) {
    return Optional.ofNullable(said.variants().get(label));
  }

  /** The likeliest class of the model at a pixel of the image. */
  public int classAt(VariantAnswer variant, int x, int y) {
    return variant.classes()[(y >> level) * said.width() + (x >> level)] & 0xFF;
  }

  /** How sure the model is of that class, 0 to 255. */
  public int confidenceAt(VariantAnswer variant, int x, int y) {
    return variant.confidence()[(y >> level) * said.width() + (x >> level)] & 0xFF;
  }

  /** A variant's likeliest classes and how sure it is of them, as they came. */
  ProposedMask.Planes planes(VariantAnswer variant) {
    return new ProposedMask.Planes(
        said.width(), said.height(), level, variant.classes(), variant.confidence());
  }

  /** A variant's likeliest classes of the model at the image's own size; not to be changed. */
  public byte[] classes(VariantAnswer variant) {
    if (level == 0) {
      return variant.classes();
    }
    byte[] full = new byte[Math.multiplyExact(width, height)];
    for (int y = 0; y < height; y++) {
      int row = (y >> level) * said.width();
      for (int x = 0; x < width; x++) {
        full[y * width + x] = variant.classes()[row + (x >> level)];
      }
    }
    return full;
  }

  /** A variant's score of each class at a pixel of the image. */
  public float[] scores(VariantAnswer variant, int x, int y) {
    return variant.readout().at(x >> level, y >> level);
  }
}
