package org.maskwright.app.tool;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.Viewport;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.task.Tasks.Work;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.proposal.Acceptance;
import org.maskwright.data.proposal.ProposedMask;
import org.maskwright.data.region.Area;
import org.maskwright.data.region.RegionChange;

/** The bench of the window: the image of the session, as far as the viewport shows it. */
public final class ToolBench implements Bench {

  /** Pixels that are painted so fast that nobody sees the window wait. */
  private static final long AT_ONCE = 1_000_000;

  private final ProjectSession session;
  private final Painting painting;
  private final Viewport viewport;
  private final Tasks tasks;
  private final Consumer<Exception> failures;
  private final Supplier<Optional<ProposedMask>> proposed;
  private final Queue<Runnable> afterStroke = new ArrayDeque<>();
  private Runnable onChanged = () -> {};
  private int busy;

  public ToolBench(
      ProjectSession session, Painting painting, Viewport viewport, ToolServices services) {
    this.session = session;
    this.painting = painting;
    this.viewport = viewport;
    this.tasks = services.tasks();
    this.failures = services.failures();
    this.proposed = services.proposed();
  }

  void setOnChanged(Runnable listener) {
    onChanged = listener;
  }

  /** True while a large area is painted; nothing else can be then. */
  public boolean isBusy() {
    return busy > 0;
  }

  public Viewport viewport() {
    return viewport;
  }

  private Optional<OpenImage> image() {
    return session.currentProperty().get();
  }

  Optional<LabelMask> mask() {
    return image().map(OpenImage::mask);
  }

  @Override
  public Optional<Paint> paint() {
    int label = painting.activeClass();
    return image()
        .flatMap(OpenImage::document)
        .map(
            document ->
                new Paint(
                    document,
                    label,
                    painting.scheme().get(label).name(),
                    painting.options(),
                    painting.paintRule(),
                    painting.eraseRule()));
  }

  @Override
  public Optional<PixelSource> pixels() {
    return image().map(OpenImage::pixels);
  }

  @Override
  public Region visible() {
    return viewport.visible();
  }

  @Override
  public double zoom() {
    return viewport.zoom();
  }

  @Override
  public <T> RunningTask compute(Work<T> work, Consumer<T> answer) {
    Optional<OpenImage> asked = image();
    return tasks.start(
        work,
        new Outcome<>(
            found -> {
              if (asked.isPresent() && asked.equals(image())) {
                answer.accept(found);
              }
            },
            failure -> {
              // An image that was closed meanwhile cannot be read; nobody waits for it either.
              if (asked.equals(image())) {
                failures.accept(failure);
              }
            }));
  }

  @Override
  public void fill(Paint paint, Area area, boolean erasing) {
    step(paint.document(), area.count(), () -> paint.fill(area, erasing));
  }

  @Override
  public void change(Paint paint, RegionChange change) {
    step(paint.document(), change.count(), () -> paint.change(change));
  }

  @Override
  public void object(Paint paint, Area painted, Area erased) {
    long pixels = painted.count() + erased.count();
    step(paint.document(), pixels, () -> paint.object(painted, erased));
  }

  @Override
  public void complain(Exception reason) {
    failures.accept(reason);
  }

  @Override
  public Optional<Taking> taking() {
    return image()
        .flatMap(OpenImage::document)
        .flatMap(document -> proposed.get().flatMap(mask -> taking(document, mask)));
  }

  /** An image that was replaced under its mask has another size than the answer about it. */
  private Optional<Taking> taking(MaskDocument document, ProposedMask proposal) {
    int width = document.mask().width();
    int height = document.mask().height();
    return proposal.fits(width, height)
        ? Optional.of(
            new Taking(
                document,
                new Acceptance(proposal, width, height),
                proposal.source(),
                painting.acceptRule()))
        : Optional.empty();
  }

  @Override
  public void take(Taking taking, RegionChange change) {
    step(taking.document(), change.count(), () -> taking.take(change));
  }

  private interface Step {
    void run() throws Exception;
  }

  private void step(MaskDocument document, long pixels, Step step) {
    if (pixels == 0) {
      return;
    }
    if (document.isPainting() || isBusy()) {
      afterStroke.add(() -> step(document, pixels, step));
    } else if (pixels <= AT_ONCE) {
      attempt(step);
    } else {
      busy++;
      session.runInTurn(
          progress -> {
            step.run();
            return true;
          },
          new Outcome<>(done -> rested(), this::failed));
      changed();
    }
  }

  private void attempt(Step step) {
    try {
      step.run();
    } catch (Exception e) {
      failures.accept(e);
    }
  }

  private void failed(Exception reason) {
    rested();
    failures.accept(reason);
  }

  private void rested() {
    busy--;
    strokeEnded();
    changed();
  }

  /** What waited for the end of a stroke is painted now. */
  void strokeEnded() {
    for (int waiting = afterStroke.size(); waiting > 0; waiting--) {
      Optional.ofNullable(afterStroke.poll()).ifPresent(Runnable::run);
    }
  }

  /** What waits belongs to the image that is left. */
  void leave() {
    strokeEnded();
    afterStroke.clear();
  }

  @Override
  public List<Overlay> preview(RegionChange change) {
    return Previews.of(change, painting.scheme());
  }

  @Override
  public List<Overlay> lightPreview(RegionChange change) {
    return Previews.light(change, painting.scheme());
  }

  @Override
  public void changed() {
    onChanged.run();
  }
}
