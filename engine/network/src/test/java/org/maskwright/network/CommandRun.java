package org.maskwright.network;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** The whole command line in this process, with what it said. */
record CommandRun(int code, String out, String err) {

  static CommandRun of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
    return new CommandRun(code, out.toString(), err.toString());
  }
}
