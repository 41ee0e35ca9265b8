package org.maskwright.app.tool;

import java.util.Optional;
import org.maskwright.data.click.ClickDraft;
import org.maskwright.data.project.ImageId;

/**
 * Hands what is being clicked to whoever keeps it beyond the program's end, and brings it back when
 * one comes to its image again, be it another day.
 */
final class ClickKeeper {

  private final ClickTool tool;
  private final ObjectMemory memory;
  private Optional<ImageId> image = Optional.empty();
  private Optional<ClickDraft> kept = Optional.empty();

  ClickKeeper(ClickTool tool, ObjectMemory memory, ClickMeter meter) {
    this.tool = tool;
    this.memory = memory;
    memory.tally(
        before -> {
          meter.goOnFrom(before);
          meter.tallyProperty().addListener((o, was, now) -> memory.count(now));
        });
  }

  /** The image is left; what was begun on it stays kept. */
  void left() {
    image = Optional.empty();
  }

  /** An image to be painted is on show, with whatever was half done on it today. */
  void arrived(ImageId shown) {
    image = Optional.of(shown);
    kept = timeless();
    if (kept.isEmpty()) {
      memory.fetch(shown, draft -> goOn(shown, draft));
    }
  }

  private void goOn(ImageId owner, ClickDraft draft) {
    if (image.equals(Optional.of(owner)) && tool.draft().isEmpty()) {
      tool.goOn(draft);
      kept = timeless();
    }
  }

  /** Something may have been done. */
  void look() {
    Optional<ClickDraft> now = timeless();
    if (image.isPresent() && !now.equals(kept)) {
      kept = now;
      ImageId owner = image.get();
      tool.draft().ifPresentOrElse(d -> memory.keep(owner, d), () -> memory.forget(owner));
    }
  }

  /** What is half done, whatever time it took: that changes all the while. */
  private Optional<ClickDraft> timeless() {
    return tool.draft().map(d -> new ClickDraft(d.clicks(), d.hint(), d.seed(), 0));
  }
}
