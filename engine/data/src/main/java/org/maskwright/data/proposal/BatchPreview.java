package org.maskwright.data.proposal;

import java.util.List;
import java.util.Optional;
import org.maskwright.data.project.ImageId;

/** What accepting one class in many images would do, image by image. */
public record BatchPreview(List<Line> lines) {

  public BatchPreview {
    lines = List.copyOf(lines);
  }

  /** Why an image stays as it is. */
  public enum Skip {
    /** Somebody verified it, or said that it is not to be labelled. */
    LOCKED,
    /** Models are examined on it: no proposal may leave a trace there. */
    HOLD_OUT,
    NOT_PREDICTED,
    UNREADABLE
  }

  /**
   * One image.
   *
   * @param pixels how many would become another class
   */
  public record Line(ImageId image, long pixels, Optional<Skip> skip) {}

  /** The images that would change. */
  public List<ImageId> images() {
    return lines.stream().filter(line -> line.pixels() > 0).map(Line::image).toList();
  }

  /** How many pixels would change in all. */
  public long pixels() {
    return lines.stream().mapToLong(Line::pixels).sum();
  }

  /** How many images stay as they are for this reason. */
  public long count(Skip skip) {
    return lines.stream().filter(line -> line.skip().equals(Optional.of(skip))).count();
  }
}
