package org.maskwright.planted.house.app.train;

import org.maskwright.planted.house.data.project.Project;

/** Breaks a wall: a view acts by itself. */
public final class ProjectView {
  public final Project used = new Project();
}
