package org.maskwright.data.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.maskwright.data.task.Progress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A project of a hundred thousand images is opened; the first time is a cold program's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 5)
public class IndexBenchmark {

  private static final int COUNT = 100_000;
  private static final int FOLDER_SIZE = 1000;

  private Path folder = Path.of("");
  private Path home = Path.of("");
  private int users;

  @Setup
  public void createImages() throws IOException {
    folder = Files.createTempDirectory("maskwright-index");
    ProjectFixture fixture = new ProjectFixture(folder);
    home = fixture.home;
    for (int i = 0; i < COUNT; i++) {
      Path file = fixture.photos.resolve("folder" + i / FOLDER_SIZE + "/image" + i + ".jpg");
      if (i % FOLDER_SIZE == 0) {
        Files.createDirectory(file.resolveSibling(""));
      }
      Files.createFile(file);
    }
    fixture.create().close();
  }

  /** An index is there before it is opened again. */
  @State(Scope.Benchmark)
  public static class Indexed {
    private Workplace workplace = Workplace.current();

    @Setup
    public void index(IndexBenchmark images) throws IOException {
      workplace = ProjectFixture.workplace(images.folder);
      images.look(workplace);
    }
  }

  private IndexChanges look(Workplace workplace) throws IOException {
    try (Project project = Project.open(home, workplace)) {
      return project.images().rescan(Progress.NONE);
    }
  }

  @Benchmark
  public IndexChanges first() throws IOException {
    return look(ProjectFixture.workplace(folder.resolve("user" + users++)));
  }

  @Benchmark
  public List<ImageEntry> reopen(Indexed indexed) throws IOException {
    try (Project project = Project.open(home, indexed.workplace)) {
      return project.images().entries();
    }
  }

  @Benchmark
  public IndexChanges rescan(Indexed indexed) throws IOException {
    return look(indexed.workplace);
  }

  @TearDown
  public void deleteImages() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
