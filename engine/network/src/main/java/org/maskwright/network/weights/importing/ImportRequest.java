package org.maskwright.network.weights.importing;

import java.nio.file.Path;
import java.util.Optional;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.network.architecture.BatchNorm;

/**
 * What is to be imported, and what a person decides about it.
 *
 * @param name what the model is to be called
 * @param labels the classes to score, where the file brings no scores of its own
 * @param headChannels channels of fc6 and fc7 where fewer than in the file are wanted, or 0
 * @param dilated whether the network is to end at stride 8 with torchvision's head
 * @param input how images were prepared, where the file does not say; as {@link
 *     org.maskwright.network.weights.InputStatement} reads it
 * @param batchNorm whether batch normalisation becomes part of the convolutions
 */
public record ImportRequest(
    Path file,
    String name,
    Optional<LabelScheme> labels,
    int headChannels,
    boolean dilated,
    Optional<String> input,
    BatchNorm batchNorm) {}
