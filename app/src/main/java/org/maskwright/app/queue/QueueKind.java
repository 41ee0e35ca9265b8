package org.maskwright.app.queue;

/** What an order of images is about. */
public enum QueueKind {
  /** Where the variants differ, much and about rare classes. */
  DISAGREEMENT,
  /** Where the model is least sure. */
  UNCERTAINTY,
  /** Where a sure model rejects what a person painted. */
  SUSPECT,
  /** What looks like a region that was chosen. */
  LIKENESS
}
