package org.maskwright.network.server.content;

import java.nio.file.Path;
import java.util.List;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;

/** Lets a problem with a file of the engine's name what a person knows instead. */
public final class Renamed {

  private Renamed() {}

  /** The same problem, about an image of this name. */
  public static DataException problem(DataException reason, Path file, String name) {
    String own = file.toString();
    List<Object> arguments =
        reason.problem().arguments().stream()
            .map(a -> String.valueOf(a).startsWith(own) ? name : a)
            .toList();
    return new DataException(new Problem(reason.problem().code(), arguments), reason);
  }
}
