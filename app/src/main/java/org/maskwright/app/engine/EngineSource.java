package org.maskwright.app.engine;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.client.EngineLink;

/** Where an engine comes from: this machine, or another one. */
public interface EngineSource {

  /** Connects to the engine, starting it if need be. */
  EngineLink connect(Progress progress) throws IOException;

  /** How often it is worth connecting within a few minutes when it is lost each time. */
  int maxAttempts();

  /** Trusts another certificate from now on; only engines elsewhere show one. */
  default void trust(CertificateChange change) throws IOException {}

  /** Where to read what it said. */
  Path log();

  /** What there is to say when it was there and is not any more. */
  default Problem gone() {
    return Problem.of(EngineProblem.ENDED, log());
  }
}
