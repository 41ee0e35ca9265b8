package org.maskwright.data.project;

/**
 * What a project decides once for all its images.
 *
 * @param maxPixels an image with more is refused before it is decoded
 * @param maxJournalBytes how much history is kept before the oldest goes; masks never do
 */
public record ProjectSettings(RestOnDone rest, long maxPixels, long maxJournalBytes) {

  public static final ProjectSettings DEFAULT =
      new ProjectSettings(RestOnDone.ASK, 1L << 29, 2L << 30);

  public ProjectSettings withRest(RestOnDone decided) {
    return new ProjectSettings(decided, maxPixels, maxJournalBytes);
  }
}
