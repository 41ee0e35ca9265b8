package org.maskwright.app.queue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maskwright.app.text.Texts;
import org.maskwright.data.label.Region;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;

/** One image of the queue, with the reason why it stands there. */
public final class QueueLine {

  private final ImageEntry entry;
  private final double score;
  private final List<Reason> reasons;
  private final String model;

  QueueLine(ImageEntry entry, double score, List<Reason> reasons, String model) {
    this.entry = entry;
    this.score = score;
    this.reasons = List.copyOf(reasons);
    this.model = model;
  }

  ImageEntry entry() {
    return entry;
  }

  ImageId image() {
    return entry.image();
  }

  double score() {
    return score;
  }

  /** The hash of the model that the score comes from. */
  String model() {
    return model;
  }

  String reason(Texts texts) {
    return reasons.stream().map(reason -> reason.text(texts)).collect(Collectors.joining(" · "));
  }

  Optional<Region> place() {
    return reasons.stream().flatMap(reason -> reason.place().stream()).findFirst();
  }

  public String name() {
    return entry.image().name();
  }
}
