package org.maskwright.network.architecture;

import java.util.List;

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

  /** Whether the last stage can stay at stride 16. */
  default boolean canDilate() {
    return false;
  }

  /** How many pixels wide a cell of the deepest features sees, fc6 included. */
  int receptiveField();

  /** Adds the trunk to a graph and says which of its activations the heads may read. */
  Features build(GraphAssembly graph, ArchitectureDescription description, Feature input);

  /**
   * The activations that the scores are read from.
   *
   * @param deepest at stride 32, or at stride 16 in a dilated trunk
   */
  record Features(Feature stride8, Feature stride16, Feature deepest) {}
}
