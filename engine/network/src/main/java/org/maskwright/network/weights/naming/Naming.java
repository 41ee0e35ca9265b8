package org.maskwright.network.weights.naming;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.weights.TensorFile;

/**
 * One way in which the world names the weights of one network. To read another family's files is
 * one class that implements this and one line in {@link Namings}.
 */
public interface Naming {

  /** For messages and cards, such as {@code torchvision VGG16}. */
  String title();

  /** Whether a file with such names is meant, by the few that no other family has. */
  boolean recognises(Set<String> names);

  /** The file's arrays under our names, with an account of what does not add up. */
  Translation translate(TensorFile file) throws IOException;

  /**
   * The same with batch normalisation live, if such files have it and it can be had; else empty.
   */
  default Optional<Translation> translateLive(TensorFile file) throws IOException {
    return Optional.empty();
  }

  /** The network that these arrays belong in. */
  ArchitectureDescription describe(Translation weights, ImportChoices choices) throws IOException;

  /** How the images were prepared, where the file does not say so itself. */
  Preprocessing preprocessing();

  /** The classes that its scores stand for, where it brings scores. */
  default Optional<LabelScheme> labels() throws DataException {
    return Optional.empty();
  }
}
