package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.maskwright.data.project.Problems.assertProblem;
import static org.maskwright.data.project.ProjectFixture.mask;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.RealDisk;

class ProjectLockTest {

  private static final Duration SILENCE = LockHolder.SILENCE.plusSeconds(1);

  @TempDir Path folder;
  private ProjectFixture fixture;

  @BeforeEach
  void createProject() throws IOException {
    fixture = new ProjectFixture(folder);
    fixture.create().close();
  }

  @Test
  void aSecondProgramIsToldWhoHasTheProject() throws Exception {
    Process other = start();
    try (BufferedReader said = other.inputReader()) {
      assertThat(said.readLine()).isEqualTo("open");

      ProjectLockedException refusal =
          catchThrowableOfType(ProjectLockedException.class, () -> fixture.open());

      LockHolder holder = refusal.holder().orElseThrow();
      assertThat(holder.user()).isEqualTo("Kim");
      assertThat(holder.program().pid()).isEqualTo(other.pid());
      assertThat(refusal.isBreakable()).isFalse();
      assertThat(refusal).hasMessageContaining("read-only");
    } finally {
      other.destroyForcibly().waitFor();
    }
    fixture.open().close();
  }

  private Process start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Another program that opens a project and stays. */
  static final class Holder {
    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      Project project = Project.open(folder.resolve("project"), ProjectFixture.workplace(folder));
      System.out.println("open");
      System.out.flush();
      Thread.currentThread().join();
      project.close();
    }
  }

  @Test
  void theSameProgramDoesNotOpenAProjectTwice() throws IOException {
    try (Project first = fixture.open()) {
      assertProblem(ProjectProblem.IN_USE, () -> fixture.open());
      first.masks().save(fixture.photo("a.jpg"), mask(1));
    }
    fixture.open().close();
  }

  @Test
  void anybodyMayLookWhileSomebodyWorks() throws IOException {
    ImageId image = fixture.photo("a.jpg");
    try (Project writing = fixture.open();
        Project looking = Project.openReadOnly(fixture.home, fixture.workplace)) {
      writing.masks().save(image, mask(1));

      assertThat(looking.masks().read(image)).isPresent();
    }
  }

  @Test
  void aNoteFromAnotherMachineKeepsOthersOut() throws IOException {
    note(elsewhere(), ProjectFixture.NOON);

    assertProblem(ProjectProblem.IN_USE, () -> fixture.open());
    assertProblem(ProjectProblem.IN_USE, () -> Project.breakLock(fixture.home, fixture.workplace));
  }

  @Test
  void aSilentMachinesLockIsBrokenWhenSomebodySaysSo() throws IOException {
    note(elsewhere(), ProjectFixture.NOON.minus(SILENCE));

    assertProblem(ProjectProblem.LEFT_LOCKED, () -> fixture.open());
    Project.breakLock(fixture.home, fixture.workplace);

    fixture.open().close();
  }

  @Test
  void whatADeadProcessOfThisMachineLeftIsSweptUp() throws IOException {
    RunningProgram self = RunningProgram.current();
    note(new RunningProgram(self.host(), self.pid(), Instant.EPOCH), ProjectFixture.NOON);

    fixture.open().close();
  }

  @Test
  void anUnreadableNoteKeepsNobodyOut() throws IOException {
    Files.writeString(note(), "{");

    fixture.open().close();
  }

  @Test
  void whoeverWakesUpAfterBeingReplacedWritesNothing() throws IOException {
    ImageId image = fixture.photo("a.jpg");
    try (Project slept = fixture.open()) {
      note(elsewhere(), ProjectFixture.NOON);

      assertProblem(ProjectProblem.LOCK_LOST, () -> slept.masks().save(image, mask(1)));
    }

    assertThat(note()).exists();
  }

  @Test
  void theHeartbeatKeepsALockFresh() throws IOException {
    ProjectFolder project = new ProjectFolder(fixture.home);
    Instant later = ProjectFixture.NOON.plus(SILENCE);
    TickingClock clock = new TickingClock(ProjectFixture.NOON);
    try (ProjectLock lock = ProjectLock.acquire(project, workplace(clock, elsewhere()))) {
      clock.now = later;
      lock.beat();

      assertProblem(
          ProjectProblem.IN_USE,
          () ->
              Project.breakLock(
                  fixture.home,
                  workplace(Clock.fixed(later, ZoneOffset.UTC), RunningProgram.current())));
    }
  }

  @Test
  void closingLeavesNoNote() throws IOException {
    fixture.open().close();

    assertThat(note()).doesNotExist();
  }

  private Workplace workplace(Clock clock, RunningProgram program) {
    return new Workplace(
        RealDisk.INSTANCE, folder.resolve("cache"), folder.resolve("spill"), "Kim", clock, program);
  }

  private static RunningProgram elsewhere() {
    return new RunningProgram("another-machine", 7, ProjectFixture.NOON);
  }

  private void note(RunningProgram program, Instant heartbeat) throws IOException {
    Files.createDirectories(note().getParent());
    Files.write(note(), new LockHolder("Ada", program, heartbeat, heartbeat).json());
  }

  private Path note() {
    return fixture.home.resolve(".maskwright/lock.json");
  }

  private static final class TickingClock extends Clock {

    private Instant now;

    TickingClock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
