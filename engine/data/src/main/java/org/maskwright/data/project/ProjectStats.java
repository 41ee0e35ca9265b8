package org.maskwright.data.project;

import java.util.List;
import java.util.Map;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.problem.Problem;

/**
 * A project in numbers.
 *
 * @param classes all of them, retired ones too; a value that is no class has an empty name
 * @param hands how many decided pixels each kind of hand set
 * @param sizes of images as {@code width x height}, the most frequent first
 */
public record ProjectStats(
    long images,
    long masks,
    Map<ImageState, Long> states,
    List<ClassCount> classes,
    long voidPixels,
    long unlabelledPixels,
    Map<Provenance.Kind, Long> hands,
    Map<String, Long> sizes,
    List<Problem> problems) {}
