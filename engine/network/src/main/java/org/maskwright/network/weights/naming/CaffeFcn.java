package org.maskwright.network.weights.naming;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.VocClasses;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FinalUpsampling;
import org.maskwright.network.architecture.Geometry;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.weights.TensorFile;

/**
 * The published FCN-32s, 16s and 8s on VGG16, the one trained at once too, whose pooled features
 * pass through fixed factors. Each file is one variant; its last deconvolution is dropped where it
 * is the bilinear filter that our fixed upsampling computes anyway.
 */
final class CaffeFcn implements Naming {

  @Override
  public String title() {
    return "Caffe FCN on VGG16";
  }

  @Override
  public boolean recognises(Set<String> names) {
    return names.contains("conv5_3.weight") && names.contains("score_fr.weight");
  }

  @Override
  public Translation translate(TensorFile file) throws IOException {
    Translation weights = new Translation(file);
    VggLayers.SIXTEEN.names().forEach(name -> weights.layer(name, name));
    weights
        .overCells("fc6", "fc6", VggLayers.FC6_KERNEL)
        .overCells("fc7", "fc7", 1)
        .layer("score_fr", "score_32");
    Variant variant = variant(file.tensors().keySet());
    if (variant.compareTo(Variant.FCN_16S) >= 0) {
      weights
          .layer("score_pool4", "score_16")
          .scaled("scale_pool4", "score_16")
          .weight("upscore2", "up_16");
    }
    if (variant == Variant.FCN_8S) {
      weights
          .layer("score_pool3", "score_8")
          .scaled("scale_pool3", "score_8")
          .weight("upscore_pool4", "up_8");
    }
    String last = variant == Variant.FCN_32S ? "upscore" : "upscore" + variant.stride();
    return weights.weight(last, finalName(variant));
  }

  private static Variant variant(Set<String> names) {
    if (names.contains("score_pool3.weight")) {
      return Variant.FCN_8S;
    }
    return names.contains("score_pool4.weight") ? Variant.FCN_16S : Variant.FCN_32S;
  }

  private static String finalName(Variant variant) {
    return "final_" + variant.stride();
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices)
      throws IOException {
    Variant variant = ours(weights);
    boolean fixed = weights.dropIfBilinear(finalName(variant) + ".weight");
    return VggLayers.SIXTEEN
        .describe(weights, choices, Geometry.PAPER)
        .withClasses(weights.channels("score_32", choices.classes()))
        .withVariants(EnumSet.of(variant))
        .withHead(
            h -> h.withFinalUpsampling(fixed ? FinalUpsampling.FIXED : FinalUpsampling.LEARNED));
  }

  private static Variant ours(Translation weights) {
    for (Variant variant : List.of(Variant.FCN_8S, Variant.FCN_16S)) {
      if (weights.tensors().containsKey("score_" + variant.stride() + ".weight")) {
        return variant;
      }
    }
    return Variant.FCN_32S;
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.CAFFE_VGG;
  }

  @Override
  public Optional<LabelScheme> labels() throws DataException {
    return Optional.of(LabelScheme.ofNames(VocClasses.NAMES));
  }
}
