package org.maskwright.installer;

import java.io.IOException;
import java.util.List;
import java.util.spi.ToolProvider;

/** The tools of the JDK, in this process. */
final class Tool {

  private Tool() {}

  static void run(String name, List<String> arguments) throws IOException {
    ToolProvider tool =
        ToolProvider.findFirst(name)
            .orElseThrow(
                () -> new IOException("this JDK has no " + name + "; install a whole one"));
    int code = tool.run(System.out, System.err, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IOException(name + " failed with " + code + "; its lines above say why");
    }
  }
}
