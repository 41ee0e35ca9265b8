package org.maskwright.data.project;

import java.util.List;
import org.maskwright.data.problem.Problem;

/**
 * What a look at the folders found that the index did not know.
 *
 * @param added images that are new
 * @param gone images whose files are not there any more; their masks stay
 * @param changed images whose file or record is another one than before
 * @param problems what could not be looked at
 */
public record IndexChanges(
    List<ImageId> added, List<ImageId> gone, List<ImageId> changed, List<Problem> problems) {

  public boolean isEmpty() {
    return added.isEmpty() && gone.isEmpty() && changed.isEmpty() && problems.isEmpty();
  }
}
