package org.maskwright.data.format;

import java.util.List;
import java.util.Locale;

/**
 * What would happen, before anything does.
 *
 * @param total images in the source, with those that a filter leaves out
 * @param ready the images that would be brought across
 */
public record Preflight(long total, List<DatasetItem> ready, Findings findings) {

  public Preflight {
    ready = List.copyOf(ready);
  }

  /** True if an image cannot be brought across. */
  public boolean hasErrors() {
    return findings.has(Severity.ERROR);
  }

  /** Such as "2,740 of 3,000; 12 unlabelled". */
  public String english() {
    String sentence = String.format(Locale.ROOT, "%,d of %,d", ready.size(), total);
    long unlabelled = findings.count(CommonFinding.UNLABELLED_IMAGES);
    return unlabelled == 0
        ? sentence
        : sentence + String.format(Locale.ROOT, "; %,d unlabelled", unlabelled);
  }

  /** The sentences of all errors. */
  public String errors() {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings.list()) {
      if (finding.code().severity() == Severity.ERROR) {
        text.append(text.isEmpty() ? "" : " ").append(finding.english());
      }
    }
    return text.toString();
  }

  /** How many errors there are. */
  public long errorCount() {
    return findings.list().stream()
        .filter(finding -> finding.code().severity() == Severity.ERROR)
        .mapToLong(Finding::count)
        .sum();
  }
}
