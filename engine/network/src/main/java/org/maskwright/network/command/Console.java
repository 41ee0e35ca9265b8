package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.maskwright.data.task.Progress;

/**
 * What a subcommand speaks to.
 *
 * @param out results, for a person
 * @param err warnings, for a person
 * @param progress how far it is; its owner cancels when Ctrl+C is pressed
 * @param report results, for a program; written where {@code --json} says
 */
public record Console(PrintWriter out, PrintWriter err, Progress progress, ObjectNode report) {

  /** Prints a line of results, with numbers as 2,740. */
  public void say(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }

  public void warn(String format, Object... arguments) {
    err.println(String.format(Locale.ROOT, format, arguments));
  }
}
