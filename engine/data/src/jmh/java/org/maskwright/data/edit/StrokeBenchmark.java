package org.maskwright.data.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.journal.JournalListener;
import org.maskwright.data.journal.JournalPlace;
import org.maskwright.data.journal.SyncThread;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.region.Dab;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A stroke of radius 50 on a 12 MP mask: all of it, and only its end, which finds what changed and
 * appends it to the journal.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StrokeBenchmark {

  private static final int RADIUS = 50;
  private static final int STEP = 10;

  /** How far the brush goes, in pixels. */
  @Param({"0", "500"})
  public int length = 500;

  private Optional<Place> place = Optional.empty();
  private int count;

  /** What is open while it is measured. */
  private record Place(Path folder, SyncThread sync, MaskDocument document) {}

  /** A mask that is not saved: only the journal is measured. */
  private static final class Blank implements MaskFile {

    @Override
    public Loaded load() {
      return new Loaded(new LabelMask(4000, 3000), Optional.empty());
    }

    @Override
    public void save(LabelMask mask, SaveStamp stamp) {
      throw new UnsupportedOperationException("nothing is saved here");
    }
  }

  @Setup
  public void open() throws IOException {
    Path folder = Files.createTempDirectory("strokes");
    SyncThread sync = new SyncThread();
    JournalPlace journal =
        new JournalPlace(
            RealDisk.INSTANCE,
            folder,
            folder.resolve("image.mwj"),
            folder.resolve("spill"),
            sync,
            JournalListener.NONE);
    MaskDocument document = MaskDocument.open(new Blank(), journal, Clock.systemUTC());
    place = Optional.of(new Place(folder, sync, document));
  }

  @TearDown
  public void close() throws IOException {
    Place open = place.orElseThrow();
    open.document().close();
    open.sync().close();
    List<Path> files;
    try (Stream<Path> found = Files.walk(open.folder())) {
      files = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  private Stroke paint() {
    count++;
    Stroke stroke = place.orElseThrow().document().begin(StepKind.BRUSH, "brush");
    double x = 100 + count * 37 % 3300;
    double y = 100 + count * 61 % 2800;
    Provenance by = Provenance.of(Provenance.Kind.BRUSH);
    stroke.paint(Dab.at(x, y, RADIUS), count % 21, by, PaintRule.EVERYWHERE);
    for (int at = STEP; at <= length; at += STEP) {
      Dab dab = new Dab(x + at - STEP, y, x + at, y, RADIUS);
      stroke.paint(dab, count % 21, by, PaintRule.EVERYWHERE);
    }
    return stroke;
  }

  @Benchmark
  public Optional<StepInfo> stroke() throws IOException {
    return paint().end();
  }

  /** A stroke that is painted but not ended. */
  @State(Scope.Thread)
  public static class Painted {

    private Optional<Stroke> stroke = Optional.empty();

    @Setup(Level.Invocation)
    public void paint(StrokeBenchmark benchmark) {
      stroke = Optional.of(benchmark.paint());
    }
  }

  @Benchmark
  public Optional<StepInfo> append(Painted painted) throws IOException {
    return painted.stroke.orElseThrow().end();
  }
}
