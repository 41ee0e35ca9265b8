package org.maskwright.protocol.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;

/**
 * What each class of a project is called by a model.
 *
 * @param target the model's classes
 * @param indices for each class of the project the index in the model, {@code LabelMask.IGNORE} for
 *     one that does not count, or {@link #UNMAPPED}
 */
public record ClassTable(LabelScheme project, LabelScheme target, List<Integer> indices) {

  /** A class about which nothing was said; a mask that shows it is refused. */
  public static final int UNMAPPED = -1;

  public ClassTable {
    indices = List.copyOf(indices);
    if (indices.size() != project.size()
        || indices.stream().anyMatch(i -> i < UNMAPPED || i > LabelMask.IGNORE)
        || indices.stream().anyMatch(i -> i >= target.size() && i != LabelMask.IGNORE)) {
      throw new IllegalArgumentException("a table for other classes: " + indices);
    }
  }

  /** By name, after merges; the first class of both is the background, whatever its name. */
  public static ClassTable byName(LabelScheme project, LabelScheme target) {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < project.size(); i++) {
      int stands = project.resolve(i);
      indices.add(
          stands == LabelScheme.BACKGROUND
              ? LabelScheme.BACKGROUND
              : target
                  .byName(project.get(stands).name())
                  .map(LabelClass::mergedInto)
                  .orElse(UNMAPPED));
    }
    return new ClassTable(project, target, indices);
  }

  /** The byte that stands for a label of the project. */
  byte apply(int label, String image) throws DataException {
    if (label == LabelMask.IGNORE) {
      return (byte) LabelMask.IGNORE;
    }
    int index = label < indices.size() ? indices.get(label) : UNMAPPED;
    if (index == UNMAPPED) {
      String name = label < project.size() ? project.get(label).name() : "#" + label;
      throw DataException.of(SnapshotProblem.CLASS_UNMAPPED, image, name);
    }
    return (byte) index;
  }
}
