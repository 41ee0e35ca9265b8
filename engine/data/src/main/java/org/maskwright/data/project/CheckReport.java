package org.maskwright.data.project;

import java.util.List;
import org.maskwright.data.problem.Problem;

/** What a check of a project looked at and what it found. */
public record CheckReport(long images, long masks, List<Problem> problems) {

  public boolean isSound() {
    return problems.isEmpty();
  }
}
