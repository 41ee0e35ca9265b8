package org.maskwright.data.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.problem.DataException;

/**
 * Brings a project file of an older version up to date, one version at a time. A step gets the
 * object of its version and makes the next version's of it; the file itself is only rewritten when
 * the project is next changed, and a copy of the old one stays.
 */
final class ProjectMigration {

  static final int CURRENT = 1;

  /** No version has been left behind yet. */
  static final ProjectMigration TO_CURRENT = new ProjectMigration(CURRENT, Map.of());

  private final int target;
  private final Map<Integer, Step> steps;

  /**
   * A way to a version.
   *
   * @param steps by the version that they start from, all of them below the target
   */
  ProjectMigration(int target, Map<Integer, Step> steps) {
    this.target = target;
    this.steps = Map.copyOf(steps);
  }

  /** From one version to the next. */
  @FunctionalInterface
  interface Step {
    void apply(ObjectNode json) throws DataException;
  }

  int target() {
    return target;
  }

  JsonObject migrate(JsonObject json) throws DataException {
    int version = SchemaVersion.check(json, target);
    ObjectNode node = json.node().deepCopy();
    for (int from = version; from < target; from++) {
      Step step = steps.get(from);
      if (step == null) {
        throw DataException.of(ProjectProblem.TOO_OLD, json.file(), version);
      }
      step.apply(node);
      node.put(SchemaVersion.KEY, from + 1);
    }
    return new JsonObject(node, json.file());
  }
}
