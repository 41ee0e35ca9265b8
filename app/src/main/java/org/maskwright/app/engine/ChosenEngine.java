package org.maskwright.app.engine;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.program.UserFolders;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.client.EngineLink;

/**
 * The engine that a person chose. It is looked for when it is wanted, away from the window's
 * thread: its files may lie on a slow disk, and a person may put right what was wrong with them.
 */
public final class ChosenEngine implements EngineSource {

  private final EngineChoice choice;
  private final UserFolders folders;
  private @Nullable EngineSource own;

  public ChosenEngine(EngineChoice choice, UserFolders folders) {
    this.choice = choice;
    this.folders = folders;
  }

  @Override
  public EngineLink connect(Progress progress) throws IOException {
    try {
      return source().connect(progress);
    } catch (NoSuchFileException e) {
      throw new DataException(
          Problem.of(EngineProblem.FILE_MISSING, String.valueOf(e.getFile())), e);
    }
  }

  /** That of this machine remembers what it met; files for another one are read anew each time. */
  private EngineSource source() throws IOException {
    if (choice.remote().isPresent()) {
      return choice.source(folders);
    }
    EngineSource known = own;
    if (known == null) {
      known = choice.source(folders);
      own = known;
    }
    return known;
  }

  @Override
  public void trust(CertificateChange change) throws IOException {
    EngineChoice.fingerprints(folders).replace(change.engine(), change.now());
  }

  @Override
  public int maxAttempts() {
    return choice.remote().isPresent() ? Integer.MAX_VALUE : EngineProcess.MAX_ATTEMPTS;
  }

  @Override
  public Path log() {
    return folders.logs().resolve(EngineProcess.LOG_NAME);
  }

  @Override
  public Problem gone() {
    return choice
        .remote()
        .map(
            there ->
                Problem.of(EngineProblem.OUT_OF_REACH, there.host(), String.valueOf(there.port())))
        .orElseGet(EngineSource.super::gone);
  }
}
