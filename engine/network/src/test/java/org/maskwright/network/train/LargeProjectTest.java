package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.dataset.Grouping;
import org.maskwright.data.dataset.SplitRecipe;
import org.maskwright.data.dataset.SplitShares;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.task.Progress;
import org.maskwright.network.MeasuredProcess;
import org.maskwright.network.TinyFiles;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.SmallNetworks;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.architecture.WorkingScale;

/** A project of many images is learned epoch by epoch without any of them staying in memory. */
class LargeProjectTest {

  private static final int IMAGES = 500;
  private static final int EPOCHS = 4;
  private static final int BATCH = 30;

  /** What the native allocator leaves lying about. */
  private static final long RESIDENT_SLACK_MEBIBYTES = 40;

  /** Less than the images of an epoch and their labels take. */
  private static final long HEAP_SLACK_MEBIBYTES = 3;

  private static final String MODEL = "ab".repeat(32);

  @TempDir private Path folder;

  private static ProjectExamples examples(Path home, String split) throws IOException {
    try (Project project = Project.openReadOnly(home, Workplace.current())) {
      LabelScheme names = LabelScheme.ofNames(List.of("ground", "thing"));
      return ProjectExamples.of(project, split, MODEL, names, Progress.NONE);
    }
  }

  private Path project() throws IOException {
    Path home = TinyFiles.project(folder, IMAGES);
    try (Project project = Project.open(home, Workplace.current())) {
      project.images(Progress.NONE);
      SplitRecipe recipe =
          new SplitRecipe(
              SplitShares.of(0.9, 0.1, 0, 0), Grouping.of(Grouping.Rule.NONE, ""), 7, 0);
      new Splits(project).draw(recipe, Progress.NONE);
    }
    return home;
  }

  private static TrainingJob job(FcnNetwork network, Path home) throws IOException {
    TrainingSettings settings =
        new TrainingSettings(
            TrainingSettings.atOnce(EPOCHS),
            BATCH,
            1,
            UpdateRule.adamW(),
            Schedule.constant(),
            Rates.uniform(1e-3, 1e-4),
            Augmentation.none(33),
            TrainingSettings.Sampling.PLAIN,
            TrainingSettings.Stopping.USUAL,
            7);
    return new TrainingJob(
        network,
        Preprocessing.CENTRED,
        WorkingScale.OWN,
        examples(home, "train"),
        examples(home, "val"),
        settings,
        RealDisk.INSTANCE,
        Files.createDirectories(home.resolveSibling("job")));
  }

  private static long heapMebibytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  /** Notes what is held behind each epoch, and cancels in the middle of the last one. */
  private static final class Observer implements TrainingListener, Progress {

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicLong stepsBehind = new AtomicLong();

    @Override
    public void batchDone(long done, long total, Map<Variant, Double> losses) {
      if (cancelled.get()) {
        stepsBehind.incrementAndGet();
      }
      cancelled.compareAndSet(false, done == total - 3);
    }

    @Override
    public void epochDone(EpochReport report) {
      System.out.printf("%d %d%n", ResidentMemory.mebibytes(), heapMebibytes());
    }

    @Override
    public void report(String phase, long done, long total) {}

    @Override
    public boolean cancelled() {
      return cancelled.get();
    }
  }

  @Test
  @Timeout(300)
  void memoryIsFlatOverEpochsAndNobodyWaitsForTheEndOfOne()
      throws IOException, InterruptedException {
    Path home = project();
    List<String> lines =
        MeasuredProcess.lines(folder, "512m", LargeProjectTest.class, home.toString());
    assertThat(lines).hasSize(EPOCHS);
    List<Long> resident = new ArrayList<>();
    List<Long> heap = new ArrayList<>();
    for (String line : lines.subList(0, EPOCHS - 1)) {
      String[] said = line.split(" ", -1);
      resident.add(Long.parseLong(said[0]));
      heap.add(Long.parseLong(said[1]));
    }
    System.out.printf(
        "%d images, behind epochs 1 to %d: resident %s MiB, heap %s MiB%n",
        IMAGES, EPOCHS - 1, resident, heap);
    assertThat(grown(resident)).isLessThan(RESIDENT_SLACK_MEBIBYTES);
    assertThat(grown(heap)).isLessThan(HEAP_SLACK_MEBIBYTES);
    assertThat(lines.get(EPOCHS - 1)).isEqualTo("cancelled, steps behind: 0");
  }

  /** Learns from a project and tells what is held behind each epoch, until it is cancelled. */
  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(arguments[0]);
    Observer observer = new Observer();
    try (FcnNetwork network = FcnNetwork.build(SmallNetworks.squeeze().withClasses(2), 3);
        Trainer trainer = Trainer.start(job(network, home), observer, Progress.NONE)) {
      trainer.run(observer);
    } catch (CancellationException asked) {
      System.out.printf("cancelled, steps behind: %d%n", observer.stepsBehind.get());
    }
  }

  /** Behind the first epoch, in which heap and native memory take the size that they need. */
  private static long grown(List<Long> mebibytes) {
    return mebibytes.get(mebibytes.size() - 1) - mebibytes.get(1);
  }
}
