package org.maskwright.app.tool;

import java.util.function.Consumer;
import org.maskwright.data.click.ClickDraft;
import org.maskwright.data.click.ClickTally;
import org.maskwright.data.project.ImageId;

/** Keeps beyond the program's end what was begun by clicks, and what clicked objects took. */
public interface ObjectMemory {

  /** Remembers nothing. */
  ObjectMemory NONE =
      new ObjectMemory() {
        @Override
        public void keep(ImageId image, ClickDraft draft) {}

        @Override
        public void forget(ImageId image) {}

        @Override
        public void fetch(ImageId image, Consumer<ClickDraft> found) {}

        @Override
        public void count(ClickTally tally) {}

        @Override
        public void tally(Consumer<ClickTally> found) {}
      };

  /** Keeps an image's draft in the place of an earlier one. */
  void keep(ImageId image, ClickDraft draft);

  /** The image has no draft any more. */
  void forget(ImageId image);

  /** Finds the image's draft, if it has one. */
  void fetch(ImageId image, Consumer<ClickDraft> found);

  /** Keeps what all objects took. */
  void count(ClickTally tally);

  /** Finds what all objects took so far. */
  void tally(Consumer<ClickTally> found);
}
