package org.maskwright.data.project;

import java.time.Instant;

/** What is wrong with a returned image, pinned at the pixel where it is. */
public record Note(int x, int y, String text, String author, Instant written) {

  static final int MAX_TEXT = 10_000;
}
