package org.maskwright.network.architecture;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Everything that decides a network's shape, in our own words: no class names, so that a file of a
 * stranger can say nothing but numbers.
 */
public record ArchitectureDescription(
    TrunkShape trunk, HeadShape head, int classes, Geometry geometry) {

  /** As many classes as a label scheme may have. */
  public static final int MAX_CLASSES = 254;

  /** Far above any published network, far below what would exhaust memory by itself. */
  public static final int MAX_CHANNELS = 8192;

  public ArchitectureDescription {
    if (classes < 2 || classes > MAX_CLASSES) {
      throw new IllegalArgumentException("classes: " + classes);
    }
  }

  /** Everything that the trunk's usual head computes, in the trunk's usual shape. */
  public static ArchitectureDescription usual(Trunk trunk, int classes) {
    return new ArchitectureDescription(
        TrunkShape.usual(trunk),
        HeadShape.usual(trunk.usualHead(), trunk.usualHeadChannels(), TrunkShape.USUAL_STRIDE),
        classes,
        trunk.geometries().get(0));
  }

  /** For people: the trunk, and the head where it is not the one that the trunk usually has. */
  public String title() {
    boolean usual = Trunks.byId(trunk.id()).filter(t -> t.usualHead() == head.kind()).isPresent();
    return usual && !poolsEverywhere() ? trunk.id() : trunk.id() + " " + headTitle();
  }

  /** For people: what turns features into scores. */
  public String headTitle() {
    return poolsEverywhere() ? "pool5_stride_1" : head.kind().name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether its fifth pooling halves nothing and fc6 is dilated instead, so that the scores that
   * are otherwise at stride 32 are at 16.
   */
  public boolean poolsEverywhere() {
    return trunk.isDilated()
        && head.kind() == Head.FULLY_CONVOLUTIONAL
        && Trunks.byId(trunk.id()).filter(Trunk::hasPool5).isPresent();
  }

  public Set<Variant> variants() {
    return head.variants();
  }

  public ArchitectureDescription withTrunk(UnaryOperator<TrunkShape> change) {
    return new ArchitectureDescription(change.apply(trunk), head, classes, geometry);
  }

  public ArchitectureDescription withHead(UnaryOperator<HeadShape> change) {
    return new ArchitectureDescription(trunk, change.apply(head), classes, geometry);
  }

  public ArchitectureDescription withClasses(int newClasses) {
    return new ArchitectureDescription(trunk, head, newClasses, geometry);
  }

  public ArchitectureDescription withGeometry(Geometry newGeometry) {
    return new ArchitectureDescription(trunk, head, classes, newGeometry);
  }

  public ArchitectureDescription withWidths(List<Integer> widths) {
    return withTrunk(t -> t.withWidths(widths));
  }

  public ArchitectureDescription withStride(int stride) {
    return withTrunk(t -> t.withStride(stride));
  }

  /** The same with a fifth pooling that halves nothing: what was 32s is 16s then. */
  public ArchitectureDescription poolingEverywhere() {
    Set<Variant> finer = EnumSet.copyOf(variants());
    if (finer.remove(Variant.FCN_32S)) {
      finer.add(Variant.FCN_16S);
    }
    return withStride(Variant.FCN_16S.stride()).withVariants(finer);
  }

  public ArchitectureDescription withBatchNorm(BatchNorm batchNorm) {
    return withTrunk(t -> t.withBatchNorm(batchNorm));
  }

  /** Another head; one that works in another way begins with what is usual for it. */
  public ArchitectureDescription withHead(Head kind, int channels) {
    boolean alike = kind.form() == head.kind().form();
    return withHead(
        h -> alike ? h.withKind(kind, channels) : HeadShape.usual(kind, channels, trunk.stride()));
  }

  public ArchitectureDescription withVariants(Set<Variant> variants) {
    return withHead(h -> h.withVariants(variants));
  }
}
