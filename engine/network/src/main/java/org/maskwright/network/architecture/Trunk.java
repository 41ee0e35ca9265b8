package org.maskwright.network.architecture;

import java.util.List;
import java.util.Set;
import org.maskwright.network.layer.BatchNormalisation;

/**
 * The part of a network that was trained as a classifier. A new trunk is one class that implements
 * this and one line in {@link Trunks}.
 */
public interface Trunk {

  /** The name in descriptions and on the command line. */
  String id();

  /** Channels of what it looks at: three colours, and more where it is told more than the image. */
  default int inputChannels() {
    return Preprocessing.COLOURS;
  }

  /** Channels of its stages, as published. */
  List<Integer> usualWidths();

  /** Where its features may lie, the usual place first. */
  List<Geometry> geometries();

  /** How its published weights want their images. */
  Preprocessing usualPreprocessing();

  /** What it puts between its features and the scores unless told otherwise. */
  default Head usualHead() {
    return Head.PLAIN;
  }

  default int usualHeadChannels() {
    return 0;
  }

  /** The kernel of fc6, where there is one. */
  default int fc6Kernel() {
    return 1;
  }

  /** Where it may end: its own stride, and finer ones where its last stages can be dilated. */
  default Set<Integer> strides() {
    return Set.of(TrunkShape.USUAL_STRIDE);
  }

  /** The same where its features lie there. */
  default Set<Integer> strides(Geometry geometry) {
    return strides();
  }

  /** Whether it ends in a fifth pooling, which can leave the size as it is if fc6 is dilated. */
  default boolean hasPool5() {
    return false;
  }

  /** Whether a decoder can go its way back, stage by stage. */
  default boolean canMirror() {
    return false;
  }

  /** What its batch normalisation adds to variances, where it has any. */
  default double normEpsilon() {
    return BatchNormalisation.EPSILON;
  }

  /** Adds the trunk to a graph and says which of its activations the heads may read. */
  Features build(GraphAssembly graph, ArchitectureDescription description, Feature input);

  /**
   * The activations that the scores are read from.
   *
   * @param deepest at the stride that the trunk ends at
   * @param stages fine to coarse, where a decoder can go back through them; else none
   */
  record Features(Feature stride8, Feature stride16, Feature deepest, List<Stage> stages) {

    public Features {
      stages = List.copyOf(stages);
    }

    Features(Feature stride8, Feature stride16, Feature deepest) {
      this(stride8, stride16, deepest, List.of());
    }
  }

  /**
   * What lies between two poolings by two.
   *
   * @param last what is pooled at its end
   */
  record Stage(Feature last, int convolutions) {}
}
