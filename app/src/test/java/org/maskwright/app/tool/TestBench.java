package org.maskwright.app.tool;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.session.ToolOptions;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.task.Tasks.Work;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.MaskFile;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.edit.SaveStamp;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.pyramid.ImagePyramid;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.journal.JournalListener;
import org.maskwright.data.journal.JournalPlace;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.region.Area;
import org.maskwright.data.region.RegionChange;

/**
 * A bench over a mask drawn as text: a dot is unlabelled, {@code v} void, a digit a class. One
 * paints with class 3. Answers come when the test says so.
 */
final class TestBench implements Bench, AutoCloseable {

  final MaskDocument document;
  PaintRule rule = PaintRule.EVERYWHERE;
  ToolOptions options = ToolOptions.FIRST.withBrushRadius(1).withVoidWidth(1);
  Region visible;
  double zoom = 8;
  Optional<Taking> taking = Optional.empty();

  /** False if answers wait for {@link #answer}. */
  boolean atOnce = true;

  /** The class to paint with. */
  int label = 3;

  final List<Exception> complaints = new ArrayList<>();
  private final ImagePyramid image;
  private final Queue<Runnable> answers = new ArrayDeque<>();

  /** Keeps the picture in memory: these tests never save. */
  private record Drawn(List<String> rows) implements MaskFile {

    @Override
    public Loaded load() {
      LabelMask mask = new LabelMask(rows.get(0).length(), rows.size());
      for (int y = 0; y < mask.height(); y++) {
        for (int x = 0; x < mask.width(); x++) {
          char drawn = rows.get(y).charAt(x);
          if (drawn != '.') {
            int label = drawn == 'v' ? LabelMask.IGNORE : drawn - '0';
            mask.set(x, y, label, Provenance.of(Provenance.Kind.BRUSH));
          }
        }
      }
      return new Loaded(mask, Optional.empty());
    }

    @Override
    public void save(LabelMask mask, SaveStamp stamp) {
      throw new UnsupportedOperationException();
    }
  }

  /** The mask, over an image whose pixels are as dark as their number says. */
  TestBench(Path folder, List<String> mask, int... greys) throws IOException {
    JournalPlace place =
        new JournalPlace(
            RealDisk.INSTANCE,
            folder,
            folder.resolve("image.mwj"),
            folder.resolve("spill"),
            (delay, action) -> action.run(),
            JournalListener.NONE);
    document = MaskDocument.open(new Drawn(mask), place, Clock.systemUTC());
    visible = document.mask().bounds();
    int[] argb = new int[(int) visible.area()];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xFF000000 | 0x010101 * (greys.length == 0 ? 0 : greys[i % greys.length]);
    }
    image = ImagePyramid.of(new Pixels(visible.width(), visible.height(), argb));
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  static Pointer at(double x, double y) {
    return new Pointer(x, y, false, false, 1);
  }

  static Pointer subtractingAt(double x, double y) {
    return new Pointer(x, y, true, false, 1);
  }

  /** Clicks without moving. */
  static void click(Tool tool, double x, double y) throws IOException {
    tool.pressed(at(x, y));
    tool.released(at(x, y));
  }

  List<String> drawn() {
    LabelMask mask = document.mask();
    List<String> rows = new ArrayList<>();
    for (int y = 0; y < mask.height(); y++) {
      StringBuilder row = new StringBuilder();
      for (int x = 0; x < mask.width(); x++) {
        int index = mask.index(x, y);
        row.append(
            mask.isUnlabelled(index)
                ? "."
                : mask.isVoid(index) ? "v" : String.valueOf(mask.label(x, y)));
      }
      rows.add(row.toString());
    }
    return rows;
  }

  /** What was asked for first is answered. */
  void answer() {
    answers.remove().run();
  }

  @Override
  public Optional<Paint> paint() {
    return Optional.of(new Paint(document, label, "crack", options, rule, rule));
  }

  @Override
  public Optional<PixelSource> pixels() {
    return Optional.of(image);
  }

  @Override
  public Region visible() {
    return visible;
  }

  @Override
  public double zoom() {
    return zoom;
  }

  @Override
  public <T> RunningTask compute(Work<T> work, Consumer<T> answer) {
    boolean[] cancelled = new boolean[1];
    Runnable later =
        () -> {
          if (!cancelled[0]) {
            new SameThreadTasks().start(work, new Outcome<>(answer, TestBench::fail));
          }
        };
    if (atOnce) {
      later.run();
    } else {
      answers.add(later);
    }
    return () -> cancelled[0] = true;
  }

  private static void fail(Exception reason) {
    throw new AssertionError(reason);
  }

  @Override
  public void fill(Paint paint, Area area, boolean erasing) {
    try {
      paint.fill(area, erasing);
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public void change(Paint paint, RegionChange change) {
    try {
      paint.change(change);
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public Optional<Taking> taking() {
    return taking;
  }

  @Override
  public void take(Taking wanted, RegionChange change) {
    try {
      wanted.take(change);
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public List<Overlay> preview(RegionChange change) {
    try {
      return Previews.of(change, LabelScheme.ofNames(List.of("nothing", "a", "b", "crack")));
    } catch (DataException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<Overlay> lightPreview(RegionChange change) {
    return preview(change);
  }

  @Override
  public void object(Paint paint, Area painted, Area erased) {
    try {
      paint.object(painted, erased);
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public void complain(Exception reason) {
    complaints.add(reason);
  }

  @Override
  public void changed() {}
}
