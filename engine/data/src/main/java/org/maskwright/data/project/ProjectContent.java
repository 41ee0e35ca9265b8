package org.maskwright.data.project;

import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;

/** What stands in a project's own file: classes, image folders, settings. */
record ProjectContent(LabelScheme scheme, Roots roots, ProjectSettings settings) {

  ProjectContent withScheme(LabelScheme changed) throws DataException {
    if (changed.size() < scheme.size()) {
      throw DataException.of(ProjectProblem.SCHEME_SHRUNK, scheme.size(), changed.size());
    }
    return new ProjectContent(changed, roots, settings);
  }

  ProjectContent withRoots(Roots changed) {
    return new ProjectContent(scheme, changed, settings);
  }

  ProjectContent withSettings(ProjectSettings changed) {
    return new ProjectContent(scheme, roots, changed);
  }
}
