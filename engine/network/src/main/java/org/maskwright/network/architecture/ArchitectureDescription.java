package org.maskwright.network.architecture;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that decides a network's shape, in our own words: no class names, so that a file of a
 * stranger can say nothing but numbers.
 *
 * @param trunk the identifier under which {@link Trunks} knows the trunk
 * @param widths channels of the trunk's stages, in the trunk's own order
 * @param headChannels channels of fc6 and fc7, or of the context head; 0 for a plain head
 * @param dilated whether the last stage stays at stride 16; stride 32 is then pooled from it
 */
public record ArchitectureDescription(
    String trunk,
    List<Integer> widths,
    Head head,
    int headChannels,
    boolean dilated,
    Set<Variant> variants,
    int classes,
    Geometry geometry,
    FinalUpsampling finalUpsampling,
    BatchNorm batchNorm) {

  /** As many classes as a label scheme may have. */
  public static final int MAX_CLASSES = 254;

  /** Far above any published network, far below what would exhaust memory by itself. */
  public static final int MAX_CHANNELS = 8192;

  public ArchitectureDescription {
    widths = List.copyOf(widths);
    variants = Collections.unmodifiableSet(EnumSet.copyOf(variants));
    if (classes < 2 || classes > MAX_CLASSES) {
      throw new IllegalArgumentException("classes: " + classes);
    }
    if (widths.stream().anyMatch(w -> w < 1 || w > MAX_CHANNELS)) {
      throw new IllegalArgumentException("widths: " + widths);
    }
    if ((head == Head.PLAIN) != (headChannels == 0)
        || headChannels < 0
        || headChannels > MAX_CHANNELS) {
      throw new IllegalArgumentException("headChannels: " + headChannels);
    }
  }

  /** All three variants with fixed final upsampling, in the trunk's usual shape. */
  public static ArchitectureDescription usual(Trunk trunk, int classes) {
    return new ArchitectureDescription(
        trunk.id(),
        trunk.usualWidths(),
        trunk.usualHead(),
        trunk.usualHeadChannels(),
        false,
        EnumSet.allOf(Variant.class),
        classes,
        trunk.geometries().get(0),
        FinalUpsampling.FIXED,
        BatchNorm.FOLDED);
  }

  public ArchitectureDescription withWidths(List<Integer> widths) {
    return new ArchitectureDescription(
        trunk,
        widths,
        head,
        headChannels,
        dilated,
        variants,
        classes,
        geometry,
        finalUpsampling,
        batchNorm);
  }

  public ArchitectureDescription withHead(Head head, int headChannels) {
    return new ArchitectureDescription(
        trunk,
        widths,
        head,
        headChannels,
        dilated,
        variants,
        classes,
        geometry,
        finalUpsampling,
        batchNorm);
  }

  public ArchitectureDescription withDilated(boolean dilated) {
    return new ArchitectureDescription(
        trunk,
        widths,
        head,
        headChannels,
        dilated,
        variants,
        classes,
        geometry,
        finalUpsampling,
        batchNorm);
  }

  public ArchitectureDescription withVariants(Set<Variant> variants) {
    return new ArchitectureDescription(
        trunk,
        widths,
        head,
        headChannels,
        dilated,
        variants,
        classes,
        geometry,
        finalUpsampling,
        batchNorm);
  }

  public ArchitectureDescription withClasses(int classes) {
    return new ArchitectureDescription(
        trunk,
        widths,
        head,
        headChannels,
        dilated,
        variants,
        classes,
        geometry,
        finalUpsampling,
        batchNorm);
  }

  public ArchitectureDescription withGeometry(Geometry geometry) {
    return new ArchitectureDescription(
        trunk,
        widths,
        head,
        headChannels,
        dilated,
        variants,
        classes,
        geometry,
        finalUpsampling,
        batchNorm);
  }

  public ArchitectureDescription withFinalUpsampling(FinalUpsampling finalUpsampling) {
    return new ArchitectureDescription(
        trunk,
        widths,
        head,
        headChannels,
        dilated,
        variants,
        classes,
        geometry,
        finalUpsampling,
        batchNorm);
  }

  public ArchitectureDescription withBatchNorm(BatchNorm batchNorm) {
    return new ArchitectureDescription(
        trunk,
        widths,
        head,
        headChannels,
        dilated,
        variants,
        classes,
        geometry,
        finalUpsampling,
        batchNorm);
  }
}
