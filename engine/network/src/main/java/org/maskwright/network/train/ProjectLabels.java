package org.maskwright.network.train;

import java.util.Arrays;
import java.util.List;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.proposal.ClassMap.Entry;
import org.maskwright.data.proposal.ClassMap.Use;

/**
 * The labels of a project as a model numbers them, by the map between both. Of several classes of
 * the model that are one in the project, the namesake stands for it, or else the first.
 */
final class ProjectLabels {

  private static final int NONE = -1;

  private final LabelScheme project;
  private final int[] inModel;
  private final byte[] standing = new byte[256];

  ProjectLabels(LabelScheme project, ClassMap map) {
    this.project = project;
    this.inModel = new int[project.size()];
    for (int i = 0; i < inModel.length; i++) {
      inModel[i] = inModel(project.get(project.resolve(i)), map);
    }
    byte[] table = map.table(project);
    for (int i = 0; i < standing.length; i++) {
      int label = table[i] & 0xFF;
      boolean stands = label < inModel.length && inModel[label] != NONE;
      standing[i] = (byte) (stands ? inModel[label] : i);
    }
  }

  private int inModel(LabelClass label, ClassMap map) {
    List<Integer> meant = map.modelClasses(label.index(), project);
    if (!meant.isEmpty()) {
      return meant.stream()
          .filter(i -> map.entries().get(i).name().equalsIgnoreCase(label.name()))
          .findFirst()
          .orElse(meant.get(0));
    }
    // The first class of both is the background, whatever its name.
    boolean firstIsOpen = map.entries().get(0).use() == Use.OPEN;
    return label.index() == LabelScheme.BACKGROUND && firstIsOpen
        ? LabelScheme.BACKGROUND
        : namesake(label, map);
  }

  /** A class that the project has retired is still in its masks. */
  private static int namesake(LabelClass label, ClassMap map) {
    for (int i = 0; i < map.entries().size(); i++) {
      Entry entry = map.entries().get(i);
      if (entry.use() == Use.OPEN && entry.name().equalsIgnoreCase(label.name())) {
        return i;
      }
    }
    return NONE;
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

  /** What the model says, with one number for all of its classes that are one in the project. */
  byte[] judged(byte[] predicted) {
    byte[] judged = new byte[predicted.length];
    for (int i = 0; i < judged.length; i++) {
      judged[i] = standing[predicted[i] & 0xFF];
    }
    return judged;
  }
}
