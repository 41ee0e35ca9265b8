package org.maskwright.network.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.maskwright.data.program.ProgramVersion;
import org.maskwright.data.program.UserFolders;
import org.maskwright.data.task.Progress;
import org.maskwright.network.server.job.TrainingPlan;
import org.maskwright.network.weights.model.ModelLibrary;
import org.maskwright.protocol.ReadyFile;
import org.maskwright.protocol.Token;
import org.maskwright.protocol.server.EngineServer;
import org.maskwright.protocol.server.Listening;

/** Runs an engine until nobody needs it any more. */
public final class EngineProgram {

  /** Windows and shells hold on to programs that die; so it looks for itself. */
  private static final int LOOK_MILLIS = 200;

  private static final long LOG_BYTES = 4L << 20;

  /** An engine that ends may still have to write a checkpoint. */
  private static final long END_MILLIS = 40_000;

  private static final double NEVER_SEEN_SECONDS = 60;

  /** Over a network a window may lose its connection for a while without being gone. */
  private static final double AWAY_SECONDS = 60;

  private final UserFolders folders;
  private final Engine.Settings settings;
  private final Progress progress;

  /**
   * An engine with the user's folders.
   *
   * @param plan what trainings are like
   * @param progress ends it when it is cancelled
   */
  public EngineProgram(UserFolders folders, Storage storage, TrainingPlan plan, Progress progress) {
    this.folders = folders;
    this.settings = new Engine.Settings(storage.quotaBytes(), storage.floorBytes(), plan);
    this.progress = progress;
  }

  /**
   * What it may take of the disk.
   *
   * @param quotaBytes how much windows may send
   * @param floorBytes how much stays free
   */
  public record Storage(long quotaBytes, long floorBytes) {}

  /** Where an engine of this user keeps its things. */
  public static Path folder(UserFolders folders) {
    return folders.data().resolve("engine");
  }

  /** Something to say to whoever started it. */
  @FunctionalInterface
  public interface Announcement {
    void say(String format, Object... arguments);
  }

  /**
   * Serves the window that started it, and ends when no window is left.
   *
   * @param aloneSeconds for how long it waits for another one
   */
  public void serveWindow(Path readyFile, int aloneSeconds) throws IOException {
    Optional<ProcessHandle> starter = ProcessHandle.current().parent();
    RotatingLog.takeOver(folders.logs(), LOG_BYTES);
    Token token = Token.random();
    try (Engine engine = open(END_MILLIS);
        EngineServer server = listen(engine, Listening.onLoopback(), token)) {
      ReadyFile ready =
          new ReadyFile(
              server.port(), ProcessHandle.current().pid(), ProgramVersion.current(), token);
      ready.write(readyFile);
      engine.log().say("Ready for windows of this machine");
      try {
        untilAlone(engine, starter, aloneSeconds);
        engine.log().say("No window is left; the engine ends");
      } finally {
        // Whoever comes now shall not knock at a door that is about to close.
        Files.deleteIfExists(readyFile);
      }
    } catch (CancellationException e) {
      // Asked to end: that is how it is meant to be.
    }
  }

  private void untilAlone(Engine engine, Optional<ProcessHandle> starter, int aloneSeconds)
      throws IOException {
    boolean alone = false;
    while (!alone || engine.jobs().mustGoOn()) {
      pause(engine);
      alone = isAlone(engine.attendance(), starter, aloneSeconds);
      engine.jobs().watched(!alone);
    }
  }

  /** Whether no window needs it. One that has only just started it may not have come in yet. */
  private static boolean isAlone(
      Attendance attendance, Optional<ProcessHandle> starter, int aloneSeconds) {
    double patience =
        attendance.wasAnyoneEverThere() || !starter.map(ProcessHandle::isAlive).orElse(false)
            ? aloneSeconds
            : NEVER_SEEN_SECONDS;
    return attendance.secondsAlone() > patience;
  }

  /** Serves whoever has the token, until it is told to end. */
  public void serveOthers(Listening where, Path tokenFile, Announcement announcement)
      throws IOException {
    Token token = Token.read(tokenFile);
    try (Engine engine = open(0);
        EngineServer server = listen(engine, where, token)) {
      announcement.say("The engine listens at %s:%d. Ctrl+C ends it.", where.host(), server.port());
      while (true) {
        pause(engine);
        engine.jobs().watched(engine.attendance().secondsAlone() < AWAY_SECONDS);
      }
    } catch (CancellationException e) {
      announcement.say("The engine ends.");
    }
  }

  private Engine open(long patienceMillis) throws IOException {
    ModelLibrary library = ModelLibrary.of(folders, Optional.empty());
    return Engine.open(EngineFolder.take(folder(folders), patienceMillis), library, settings);
  }

  private static EngineServer listen(Engine engine, Listening where, Token token)
      throws IOException {
    return EngineServer.start(where, token, new EngineService(engine), engine.log()::say);
  }

  private void pause(Engine engine) {
    progress.checkCancelled();
    if (engine.isAskedToEnd()) {
      throw new CancellationException();
    }
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      throw new CancellationException();
    }
  }
}
