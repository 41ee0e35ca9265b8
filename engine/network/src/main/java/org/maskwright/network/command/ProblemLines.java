package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.maskwright.data.problem.Problem;

/** Reports what is wrong: every problem to programs, a screenful to people. */
final class ProblemLines {

  private static final int SHOWN = 50;

  private ProblemLines() {}

  static void print(Console console, List<Problem> problems) {
    ArrayNode list = console.report().putArray("problems");
    for (Problem problem : problems) {
      list.addObject().put("code", problem.code().key()).put("message", problem.english());
    }
    problems.stream().limit(SHOWN).forEach(problem -> console.say("%s", problem.english()));
    if (problems.size() > SHOWN) {
      console.say("... and %,d more; --json FILE lists them all.", problems.size() - SHOWN);
    }
  }
}
