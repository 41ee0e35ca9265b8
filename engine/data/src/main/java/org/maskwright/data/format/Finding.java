package org.maskwright.data.format;

import java.util.List;
import org.maskwright.data.problem.Problem;

/**
 * One kind of thing that a preflight found.
 *
 * @param count of images, pixels or regions, as the code's sentence says
 * @param examples the first few places
 */
public record Finding(FindingCode code, long count, List<String> examples) {

  public Finding {
    examples = List.copyOf(examples);
  }

  public String english() {
    return Problem.of(code, count, String.join(", ", examples)).english();
  }
}
