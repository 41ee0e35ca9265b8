package org.maskwright.network.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelMask;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.predict.Classes;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelDescription;

/**
 * A model that is judged by a project's classes.
 *
 * @param classes for each class of the model the project's, or {@code LabelMask.IGNORE} for none
 */
public record Judged(LoadedModel model, List<Integer> classes) {

  public Judged {
    classes = List.copyOf(classes);
    if (classes.size() != model.description().labels().size()) {
      throw new IllegalArgumentException(
          classes.size() + " numbers for " + model.description().labels().size() + " classes");
    }
  }

  /** The project's classes that it can answer. */
  Set<Integer> answers() {
    Set<Integer> answers = new TreeSet<>(classes);
    answers.remove(LabelMask.IGNORE);
    return answers;
  }

  /** What these variants see in an image, as the project numbers its classes. */
  Map<Variant, byte[]> look(Pixels image, Set<Variant> variants) {
    byte[] translated = new byte[classes.size()];
    for (int i = 0; i < translated.length; i++) {
      translated[i] = classes.get(i).byteValue();
    }
    ModelDescription said = model.description();
    Map<Variant, byte[]> seen =
        Classes.seen(model.network(), said.preprocessing(), said.workingScale(), image, variants);
    for (byte[] plane : seen.values()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = translated[plane[i] & 0xFF];
      }
    }
    return seen;
  }
}
