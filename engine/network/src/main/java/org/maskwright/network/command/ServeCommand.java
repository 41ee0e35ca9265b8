package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.program.UserFolders;
import org.maskwright.network.server.EngineProgram;
import org.maskwright.protocol.server.Listening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Runs the engine for windows, on this machine or on others. */
@Command(
    name = "serve",
    description = {
      "Run the engine for windows.",
      "A window starts its own engine by itself; this is for a machine that others are to use. What"
          + " travels over a network is encrypted, and only who has the token is let in."
    },
    footer = {
      "  maskwright serve --listen 0.0.0.0:7700 --tls-cert cert.pem --tls-key key.pem"
          + " --token-file token",
      "  maskwright serve --listen 127.0.0.1:7700 --token-file token"
    })
public final class ServeCommand extends ProgramCommand {

  private static final long GIBIBYTE = 1L << 30;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "Where to listen. Without TLS only on this machine.")
  private @Nullable String listen;

  @Option(names = "--tls-cert", paramLabel = "FILE", description = "The certificate, as PEM.")
  private @Nullable Path certificate;

  @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key, as PEM.")
  private @Nullable Path key;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "One line that windows have to know; readable by you alone.")
  private @Nullable Path token;

  @Option(
      names = "--ready-file",
      hidden = true,
      description = "For the window: where to say how the engine is reached.")
  private @Nullable Path ready;

  @Option(
      names = "--leave-after",
      hidden = true,
      defaultValue = "5",
      description = "For tests: for how many seconds to wait for another window at the end.")
  private int aloneSeconds;

  @Option(
      names = "--quota",
      defaultValue = "50",
      paramLabel = "GIB",
      description = "How much windows may send, in GiB.")
  private int quota;

  @Option(
      names = "--disk-floor",
      defaultValue = "2",
      paramLabel = "GIB",
      description = "How much of the disk stays free, in GiB.")
  private int floor;

  @Override
  protected Outcome run(Console console) throws IOException {
    EngineProgram program =
        new EngineProgram(
            UserFolders.current(),
            new EngineProgram.Storage(quota * GIBIBYTE, floor * GIBIBYTE),
            SentTraining::settings,
            console.progress());
    if (ready != null) {
      program.serveWindow(ready, aloneSeconds);
    } else {
      program.serveOthers(listening(), required(token, "--token-file"), console::say);
    }
    return Outcome.DONE;
  }

  private Listening listening() throws IOException {
    Optional<Listening.Certificate> tls = Optional.empty();
    if (certificate != null || key != null) {
      tls =
          Optional.of(
              new Listening.Certificate(
                  required(certificate, "--tls-cert"), required(key, "--tls-key")));
    }
    return Listening.parse(required(listen, "--listen"), tls);
  }

  private <T> T required(@Nullable T value, String option) {
    if (value == null) {
      throw new ParameterException(commandLine(), "serve needs " + option + ".");
    }
    return value;
  }
}
