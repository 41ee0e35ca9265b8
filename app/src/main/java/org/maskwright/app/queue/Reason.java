package org.maskwright.app.queue;

import java.util.List;
import java.util.Optional;
import org.maskwright.app.text.Texts;
import org.maskwright.data.label.Region;

/**
 * Why an image stands where it does, in any language.
 *
 * @param place where in the image that is, if it is anywhere
 */
record Reason(String key, List<Object> arguments, Optional<Region> place) {

  Reason {
    arguments = List.copyOf(arguments);
  }

  static Reason of(String key, Object... arguments) {
    return new Reason(key, List.of(arguments), Optional.empty());
  }

  static Reason at(Region place, String key, Object... arguments) {
    return new Reason(key, List.of(arguments), Optional.of(place));
  }

  String text(Texts texts) {
    return texts.get(key, arguments.toArray());
  }
}
