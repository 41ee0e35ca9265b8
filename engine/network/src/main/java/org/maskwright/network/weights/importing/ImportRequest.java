package org.maskwright.network.weights.importing;

import java.nio.file.Path;
import java.util.Optional;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.BatchNorm;

/**
 * What is to be imported, and what a person decides about it.
 *
 * @param name what the model is to be called
 * @param labels the classes to score, where the file brings no scores of its own
 * @param headChannels channels of fc6 and fc7 where fewer than in the file are wanted, or 0
 * @param input how images were prepared, where the file does not say; as {@link
 *     org.maskwright.network.weights.InputStatement} reads it
 * @param batchNorm whether batch normalisation becomes part of the convolutions
 * @param shape changes the network that such a file is usually put in
 */
public record ImportRequest(
    Path file,
    String name,
    Optional<LabelScheme> labels,
    int headChannels,
    Optional<String> input,
    BatchNorm batchNorm,
    Shaping shape) {

  /** Makes another network of the usual one, or refuses it. */
  @FunctionalInterface
  public interface Shaping {
    ArchitectureDescription apply(ArchitectureDescription usual) throws DataException;
  }

  /** Into the network that such a file is usually put in. */
  public ImportRequest(
      Path file,
      String name,
      Optional<LabelScheme> labels,
      int headChannels,
      Optional<String> input,
      BatchNorm batchNorm) {
    this(file, name, labels, headChannels, input, batchNorm, usual -> usual);
  }
}
