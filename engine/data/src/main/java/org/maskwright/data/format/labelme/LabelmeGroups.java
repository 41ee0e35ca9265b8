package org.maskwright.data.format.labelme;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which object a shape belongs to: shapes of one label and group are one object, which keeps the
 * group's number if no other label has it; a shape without a group is an object of its own.
 */
final class LabelmeGroups {

  private final Map<String, Integer> objects = new HashMap<>();
  private final Set<Long> taken = new HashSet<>();
  private int last;

  LabelmeGroups(List<LabelmeShape> shapes) {
    for (LabelmeShape shape : shapes) {
      Long group = shape.group;
      if (group != null && isNumber(group)) {
        last = Math.max(last, group.intValue());
      }
    }
  }

  private static boolean isNumber(long group) {
    return group > 0 && group < Integer.MAX_VALUE / 2;
  }

  int objectOf(LabelmeShape shape) {
    Long group = shape.group;
    return group == null
        ? ++last
        : objects.computeIfAbsent(
            group + " " + shape.label,
            k -> isNumber(group) && taken.add(group) ? group.intValue() : ++last);
  }
}
