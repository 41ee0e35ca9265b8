package org.maskwright.network.train;

import java.util.Arrays;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;

/**
 * Which class of a model stands for each class of a project: the one of the same name, after
 * merges. The first class of both is the background, whatever its name.
 */
final class ClassMap {

  private static final int NONE = -1;

  private final LabelScheme project;
  private final int[] inModel;

  ClassMap(LabelScheme project, LabelScheme model) {
    this.project = project;
    this.inModel = new int[project.size()];
    for (int i = 0; i < inModel.length; i++) {
      int stands = project.resolve(i);
      inModel[i] =
          stands == LabelScheme.BACKGROUND
              ? LabelScheme.BACKGROUND
              : model.byName(project.get(stands).name()).map(LabelClass::mergedInto).orElse(NONE);
    }
  }

  /** True if the model knows every class, so that no mask can be refused for one. */
  boolean isComplete() {
    return Arrays.stream(inModel).noneMatch(i -> i == NONE);
  }

  /** The labels as the model numbers them; what does not count stays so. */
  byte[] apply(byte[] labels, String image) throws DataException {
    byte[] mapped = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      int value = labels[i] & 0xFF;
      mapped[i] = (byte) (value == LabelMask.IGNORE ? value : target(value, image));
    }
    return mapped;
  }

  private int target(int value, String image) throws DataException {
    if (value >= inModel.length) {
      throw DataException.of(TrainingProblem.LABEL_UNNAMED, image, value, inModel.length);
    }
    if (inModel[value] == NONE) {
      String name = project.get(project.resolve(value)).name();
      throw DataException.of(TrainingProblem.CLASS_UNKNOWN, image, name);
    }
    return inModel[value];
  }
}
