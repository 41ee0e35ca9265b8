package org.maskwright.network.gate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelMask;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.predict.Classes;
import org.maskwright.network.predict.InputImage;
import org.maskwright.network.weights.model.LoadedModel;
import org.nd4j.linalg.api.ndarray.INDArray;

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
    Map<Variant, byte[]> seen = new EnumMap<>(Variant.class);
    double scale = model.description().workingScale();
    try (INDArray input = InputImage.of(image, scale, model.description().preprocessing())) {
      List<INDArray> scores = model.network().scores(input);
      for (int v = 0; v < scores.size(); v++) {
        Variant variant = model.network().variants().get(v);
        if (variants.contains(variant)) {
          byte[] plane = Classes.of(scores.get(v), image.width(), image.height());
          for (int i = 0; i < plane.length; i++) {
            plane[i] = translated[plane[i] & 0xFF];
          }
          seen.put(variant, plane);
        }
        scores.get(v).close();
      }
    }
    return seen;
  }
}
