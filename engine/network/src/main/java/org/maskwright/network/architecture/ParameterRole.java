package org.maskwright.network.architecture;

/** What a parameter has to do with the classes that a network scores, told by its name. */
public enum ParameterRole {
  /** Scores features: [class, channel, 1, 1], or a bias. Starts at zero. */
  SCORES,
  /** Scores coarser scores and features side by side: [class, class and channel, 1, 1]. */
  MIXES,
  /** Enlarges scores: [class, class, row, column]. Starts as bilinear. */
  ENLARGES,
  /** Leads from deep features back to pixels, and knows nothing of classes. */
  DECODES,
  /** Belongs to the trunk, or to what stands between it and the scores. */
  OTHER;

  /** The role of a parameter, or of the step that owns it. */
  public static ParameterRole of(String name) {
    if (name.startsWith("score_")) {
      return SCORES;
    }
    if (name.startsWith("mix_")) {
      return MIXES;
    }
    if (name.startsWith("decoder_")) {
      return DECODES;
    }
    return name.startsWith("up_") || name.startsWith("final_") ? ENLARGES : OTHER;
  }
}
