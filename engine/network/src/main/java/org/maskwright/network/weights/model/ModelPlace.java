package org.maskwright.network.weights.model;

/** Where a model was found. */
public enum ModelPlace {
  /** In a project, for whoever opens it. */
  PROJECT,
  /** Among the user's own, for all projects. */
  USER,
  /** Came with the program. */
  BUILT_IN
}
