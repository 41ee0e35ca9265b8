package org.maskwright.data.project;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that one program at a time writes to a project. A lock of the operating system is
 * believed where it works: it ends with its process. Beside it lies a note that says who it is, and
 * that is renewed every minute: on network shares without locks, the note alone decides.
 */
final class ProjectLock implements WriteAccess {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectLock.class);
  private static final String LOCK = "lock";
  private static final String NOTE = "lock.json";

  /**
   * The projects that this process holds. Asking the system twice would not only be refused: on
   * Unix, closing the second file would end the first lock.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final ProjectFolder folder;
  private final Workplace workplace;
  private final Path key;
  private final FileChannel channel;
  private final Timer heart;
  private volatile LockHolder self;
  private volatile boolean lost;
  private Optional<Instant> leftOpenSince = Optional.empty();

  private ProjectLock(ProjectFolder folder, Workplace workplace, Path key, FileChannel channel) {
    this.folder = folder;
    this.workplace = workplace;
    this.key = key;
    this.channel = channel;
    Instant now = workplace.clock().instant();
    this.self = new LockHolder(workplace.author(), workplace.program(), now, now);
    this.heart = new Timer("project lock", true);
  }

  /** Takes the lock, or says who has it. What a dead process of this machine left is swept up. */
  static ProjectLock acquire(ProjectFolder folder, Workplace workplace) throws IOException {
    Path key = prepare(folder, workplace);
    if (!HELD_HERE.add(key)) {
      throw ProjectLockedException.by(folder, holder(folder, workplace), false);
    }
    try {
      return acquire(folder, workplace, key);
    } catch (IOException | RuntimeException e) {
      HELD_HERE.remove(key);
      throw e;
    }
  }

  private static ProjectLock acquire(ProjectFolder folder, Workplace workplace, Path key)
      throws IOException {
    FileChannel channel =
        FileChannel.open(key.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      Hold hold = hold(channel);
      Optional<LockHolder> holder = holder(folder, workplace);
      if (hold == Hold.OTHERS || holder.filter(h -> counts(h, hold, workplace)).isPresent()) {
        throw ProjectLockedException.by(folder, holder, isAbandoned(holder, workplace));
      }
      ProjectLock lock = new ProjectLock(folder, workplace, key, channel);
      lock.leftOpenSince = holder.map(LockHolder::since);
      lock.writeNote();
      lock.check();
      lock.startBeating();
      return lock;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Removes a lock whose holder has probably died; one that is alive is left alone. */
  static void breakAbandoned(ProjectFolder folder, Workplace workplace) throws IOException {
    Optional<LockHolder> holder = holder(folder, workplace);
    if (!isAbandoned(holder, workplace)) {
      throw ProjectLockedException.by(folder, holder, false);
    }
    // The lock of a machine that vanished from the network can outlive it, so its file goes too.
    workplace.disk().deleteIfExists(note(folder));
    workplace.disk().deleteIfExists(folder.machinery().resolve(LOCK));
  }

  private enum Hold {
    OURS,
    OTHERS,
    /** This file system has no locks. */
    UNKNOWN
  }

  /** Makes the folder of the lock, if this user may write there; returns where it really is. */
  private static Path prepare(ProjectFolder folder, Workplace workplace) throws IOException {
    try {
      workplace.disk().createFolders(folder.machinery());
      Path real = folder.machinery().toRealPath();
      if (Files.isWritable(real)) {
        return real;
      }
    } catch (IOException e) {
      throw new DataException(
          Problem.of(ProjectProblem.NOT_WRITABLE, folder.home(), String.valueOf(e.getMessage())),
          e);
    }
    throw DataException.of(ProjectProblem.NOT_WRITABLE, folder.home(), "no permission");
  }

  private static Hold hold(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      return lock == null ? Hold.OTHERS : Hold.OURS;
    } catch (OverlappingFileLockException e) {
      return Hold.OTHERS;
    } catch (IOException e) {
      LOG.info("No locks here, the note decides: {}", e.getMessage());
      return Hold.UNKNOWN;
    }
  }

  /** True if the note keeps us out. On one machine the operating system knows better. */
  private static boolean counts(LockHolder holder, Hold hold, Workplace workplace) {
    boolean here = holder.program().host().equals(workplace.program().host());
    return here ? hold == Hold.UNKNOWN && holder.program().isRunning() : true;
  }

  private static boolean isAbandoned(Optional<LockHolder> holder, Workplace workplace) {
    return holder
        .filter(h -> !h.program().host().equals(workplace.program().host()))
        .filter(h -> h.isSilent(workplace.clock().instant()))
        .isPresent();
  }

  private static Path note(ProjectFolder folder) {
    return folder.machinery().resolve(NOTE);
  }

  private static Optional<LockHolder> holder(ProjectFolder folder, Workplace workplace)
      throws IOException {
    Path note = note(folder);
    if (!workplace.disk().exists(note)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LockHolder.read(JsonFile.read(workplace.disk(), note, LockHolder.MAX_BYTES)));
    } catch (DataException e) {
      LOG.warn("The note of a lock is unreadable and does not count", e);
      return Optional.empty();
    }
  }

  private void writeNote() throws IOException {
    AtomicFile.write(workplace.disk(), note(folder), self.json());
  }

  private void startBeating() {
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            beat();
          }
        };
    heart.schedule(task, LockHolder.BEAT.toMillis(), LockHolder.BEAT.toMillis());
  }

  /** Says that we are alive, unless somebody has taken the project over meanwhile. */
  void beat() {
    try {
      check();
      self = self.beating(workplace.clock().instant());
      writeNote();
    } catch (IOException e) {
      // The share may be back in a minute; that is what the long silence is for.
      LOG.warn("The lock of {} could not be renewed", folder.home(), e);
    }
  }

  /** Refuses to go on when somebody took the project over, such as while this machine slept. */
  @Override
  public void check() throws IOException {
    if (lost || holder(folder, workplace).filter(h -> !h.isSame(self)).isPresent()) {
      lost = true;
      throw DataException.of(ProjectProblem.LOCK_LOST, folder.home());
    }
  }

  @Override
  public boolean isGranted() {
    return true;
  }

  /** A program that ends as it should takes its note away. */
  @Override
  public Optional<Instant> leftOpenSince() {
    return leftOpenSince;
  }

  @Override
  public void close() throws IOException {
    heart.cancel();
    try (channel) {
      boolean ours = holder(folder, workplace).filter(h -> h.isSame(self)).isPresent();
      if (ours && !lost) {
        workplace.disk().deleteIfExists(note(folder));
      }
    } finally {
      HELD_HERE.remove(key);
    }
  }
}
