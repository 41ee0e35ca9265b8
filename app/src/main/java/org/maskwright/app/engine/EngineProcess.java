package org.maskwright.app.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.program.ProgramVersion;
import org.maskwright.data.program.UserFolders;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.ReadyFile;
import org.maskwright.protocol.client.EngineAddress;
import org.maskwright.protocol.client.EngineLink;
import org.maskwright.protocol.wire.EndRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine of this machine. One that still runs, because another window uses it or because a job
 * was to go on, is taken over; otherwise a new one is started. It ends by itself when no window is
 * left.
 */
public final class EngineProcess implements EngineSource {

  private static final Logger LOG = LoggerFactory.getLogger(EngineProcess.class);
  static final int MAX_ATTEMPTS = 4;
  static final String LOG_NAME = "engine.log";

  private static final int START_SECONDS = 120;
  private static final int CONNECT_SECONDS = 30;
  private static final int END_SECONDS = 20;
  private static final int LOOK_MILLIS = 25;

  private final EngineCommand command;
  private final Path folder;
  private final Path logs;
  private long unanswered;

  public EngineProcess(EngineCommand command, UserFolders folders) {
    this.command = command;
    this.folder = folders.data().resolve("engine");
    this.logs = folders.logs();
  }

  /** What starting does not cure the third time, it never does. */
  @Override
  public int maxAttempts() {
    return MAX_ATTEMPTS;
  }

  @Override
  public Path log() {
    return logs.resolve(LOG_NAME);
  }

  @Override
  public EngineLink connect(Progress progress) throws IOException {
    Optional<EngineLink> living = takeOver();
    return living.isPresent() ? living.get() : start(progress);
  }

  /** The engine that runs already, if it is one that this window can use. */
  private Optional<EngineLink> takeOver() throws IOException {
    Optional<ReadyFile> ready = readReadyFile();
    if (ready.isEmpty() || !isAlive(ready.get().pid())) {
      return Optional.empty();
    }
    try {
      EngineLink link = EngineLink.connect(EngineAddress.of(ready.get()), CONNECT_SECONDS);
      if (link.hello().getVersion().equals(ProgramVersion.current())) {
        return Optional.of(link);
      }
      LOG.info("An engine of version {} makes way", link.hello().getVersion());
      end(link, ready.get().pid());
    } catch (DataException e) {
      // The number of a process that died may belong to a stranger by now.
      LOG.info("There is a ready-file, but no engine behind it: {}", e.getMessage());
      unanswered = ready.get().pid();
    }
    return Optional.empty();
  }

  private Optional<ReadyFile> readReadyFile() throws IOException {
    try {
      return ReadyFile.read(ReadyFile.in(folder));
    } catch (DataException e) {
      LOG.warn("{}", e.getMessage());
      return Optional.empty();
    }
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static void end(EngineLink link, long pid) throws IOException {
    try (link) {
      link.ask(CONNECT_SECONDS, stub -> stub.end(EndRequest.getDefaultInstance()));
    }
    waitUntil(() -> !isAlive(pid), END_SECONDS, Progress.NONE);
  }

  private EngineLink start(Progress progress) throws IOException {
    ReadyFile.createPrivateFolder(folder);
    Files.createDirectories(logs);
    Path said = logs.resolve("engine-start.log");
    if (Files.exists(said)) {
      Files.move(said, logs.resolve("engine-start.old.log"), StandardCopyOption.REPLACE_EXISTING);
    }
    Path ready = ReadyFile.in(folder);
    ProcessBuilder builder =
        new ProcessBuilder(command.line(ready, logs.resolve("engine-crash.log")))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().putAll(command.environment());
    Process process = builder.start();
    process.getOutputStream().close();
    if (!waitUntil(
        () -> isReady(process) || isOtherReady(process) || !process.isAlive(),
        START_SECONDS,
        progress)) {
      process.destroyForcibly();
      throw DataException.of(EngineProblem.TOO_SLOW, START_SECONDS, said);
    }
    if (isReady(process)) {
      return EngineLink.connect(EngineAddress.of(readReadyFile().orElseThrow()), CONNECT_SECONDS);
    }
    // Two windows that start at once: the engine of the other one was faster.
    process.destroy();
    return takeOver().orElseThrow(() -> DataException.of(EngineProblem.DID_NOT_START, said));
  }

  private boolean isReady(Process process) {
    return ready().filter(ready -> ready.pid() == process.pid()).isPresent();
  }

  private boolean isOtherReady(Process process) {
    return ready()
        .filter(ready -> ready.pid() != process.pid() && ready.pid() != unanswered)
        .filter(ready -> isAlive(ready.pid()))
        .isPresent();
  }

  private Optional<ReadyFile> ready() {
    try {
      return readReadyFile();
    } catch (IOException e) {
      LOG.warn("The ready-file cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Something that comes true. */
  @FunctionalInterface
  private interface Condition {
    boolean holds();
  }

  private static boolean waitUntil(Condition condition, int seconds, Progress progress) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.holds()) {
      progress.checkCancelled();
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException();
      }
    }
    return true;
  }
}
