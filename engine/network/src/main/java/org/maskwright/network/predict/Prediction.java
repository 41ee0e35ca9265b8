package org.maskwright.network.predict;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.maskwright.network.architecture.Variant;

/**
 * What a model says about an image: every variant of it, at the image's size.
 *
 * @param disagreement at each pixel, how many different classes the variants give beyond one
 * @param features what the trunk sees, made short, where {@code classes} are its numbers a field
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels in bulk; nobody compares predictions.
public record Prediction(
    int width,
    int height,
    Map<Variant, VariantPrediction> variants,
    byte[] disagreement,
    ScoreGrid features) {

  public Prediction {
    variants = Collections.unmodifiableMap(new EnumMap<>(variants));
  }

  /** The likeliest classes that each variant gives. */
  public Map<Variant, byte[]> classes() {
    Map<Variant, byte[]> classes = new EnumMap<>(Variant.class);
    variants.forEach((variant, said) -> classes.put(variant, said.classes()));
    return classes;
  }

  /** The variant with the finest scores. */
  public VariantPrediction finest() {
    return variants.entrySet().stream()
        .max(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .orElseThrow();
  }
}
