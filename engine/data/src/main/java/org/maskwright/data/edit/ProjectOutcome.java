package org.maskwright.data.edit;

import java.util.List;
import org.maskwright.data.problem.Problem;

/**
 * What came of a command over many images.
 *
 * @param done the images that it changed
 * @param failed for each image that it could not change, why
 */
public record ProjectOutcome(List<String> done, List<Problem> failed) {

  public ProjectOutcome {
    done = List.copyOf(done);
    failed = List.copyOf(failed);
  }
}
