package org.maskwright.app.project;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;

/**
 * Which images the list shows. Does not change; its methods return the changed one.
 *
 * @param text what name, folder or author contain
 * @param state empty for all
 * @param split empty for all
 * @param shownClass a class that the mask has pixels of; empty for all
 */
record ImageFilter(
    String text, Optional<ImageState> state, Optional<Split> split, Optional<Integer> shownClass) {

  static final ImageFilter NONE =
      new ImageFilter("", Optional.empty(), Optional.empty(), Optional.empty());

  ImageFilter withText(String wanted) {
    return new ImageFilter(wanted.strip().toLowerCase(Locale.ROOT), state, split, shownClass);
  }

  ImageFilter withState(Optional<ImageState> wanted) {
    return new ImageFilter(text, wanted, split, shownClass);
  }

  ImageFilter withSplit(Optional<Split> wanted) {
    return new ImageFilter(text, state, wanted, shownClass);
  }

  ImageFilter withClass(Optional<Integer> wanted) {
    return new ImageFilter(text, state, split, wanted);
  }

  /** True if something else than the text is asked for. */
  boolean hasChoices() {
    return state.isPresent() || split.isPresent() || shownClass.isPresent();
  }

  boolean matches(ImageLine line, Function<ImageId, Set<Integer>> classes) {
    return (state.isEmpty() || state.get() == line.state())
        && (split.isEmpty() || split.equals(line.split()))
        && (text.isEmpty() || line.mentions(text))
        && (shownClass.isEmpty() || classes.apply(line.image()).contains(shownClass.get()));
  }
}
