package org.maskwright.app.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.tool.Sketch.Mark;
import org.maskwright.app.tool.Sketch.Tag;
import org.maskwright.data.click.ClickDraft;
import org.maskwright.data.click.ClickDraft.Seed;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.metric.Click;

/**
 * Selects an object by clicks on it, and with the right button or Shift beside it, until it is
 * accepted. A first click inside a region of the class mends that region; anywhere else it begins a
 * new object. A click can be dragged; before the first one, dragging draws a box about the object.
 */
public final class ClickTool implements Tool {

  private static final int NOTHING = -1;

  /** Screen pixels from which a click can be taken hold of. */
  private static final double REACH = 8;

  /** Screen pixels that a hand may slip while it clicks. */
  private static final double STILL = 4;

  private final Bench bench;
  private final ObjectSource source;
  private final ClickMeter meter;
  private @Nullable ClickedObject object;
  private ClickMeter.@Nullable Watch watch;

  /** Where a press began that may become a box. */
  private @Nullable Pointer pressed;

  /** The other corner of that box. */
  private @Nullable Spot corner;

  private int grabbed = NOTHING;
  private @Nullable Spot grabbedAt;
  private boolean overRegion;

  public ClickTool(Bench bench, ObjectSource source, ClickMeter meter) {
    this.bench = bench;
    this.source = source;
    this.meter = meter;
  }

  @Override
  public void taken() {
    source.prepare();
    paintChanged();
  }

  @Override
  public void paintChanged() {
    Optional.ofNullable(object).ifPresent(ClickedObject::look);
  }

  private static boolean isNegative(Pointer pointer) {
    return pointer.subtract() || pointer.straight();
  }

  @Override
  public void pressed(Pointer pointer) {
    ClickedObject pending = object;
    if (bench.paint().isEmpty()) {
      return;
    }
    if (pending == null || pending.clicks().isEmpty()) {
      pressed = pointer;
      return;
    }
    Spot spot = Spot.of(pointer);
    grabbedAt = spot;
    grabbed = near(pending, spot);
    if (grabbed == NOTHING && isInImage(pointer)) {
      pending.add(click(pointer));
      grabbed = pending.clicks().size() - 1;
    }
  }

  private static Click click(Pointer pointer) {
    return new Click(pointer.pixelX(), pointer.pixelY(), !isNegative(pointer));
  }

  private boolean isInImage(Pointer pointer) {
    return bench
        .paint()
        .filter(p -> p.document().mask().bounds().contains(pointer.pixelX(), pointer.pixelY()))
        .isPresent();
  }

  private int near(ClickedObject pending, Spot spot) {
    List<Click> clicks = pending.clicks();
    int nearest = NOTHING;
    double least = REACH / bench.zoom();
    for (int i = 0; i < clicks.size(); i++) {
      double distance = middle(clicks.get(i)).distance(spot);
      if (distance <= least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  private static Spot middle(Click click) {
    return new Spot(click.x() + 0.5, click.y() + 0.5);
  }

  @Override
  public void dragged(Pointer pointer) {
    Pointer start = pressed;
    ClickedObject pending = object;
    Spot from = grabbedAt;
    if (start != null && (corner != null || isFar(Spot.of(start), pointer))) {
      corner = Spot.of(pointer);
    } else if (pending != null && from != null && grabbed != NOTHING) {
      if (isFar(from, pointer)) {
        // From here on it follows every pixel.
        grabbedAt = new Spot(Double.MAX_VALUE, 0);
        move(pending, pointer);
      }
    }
  }

  private boolean isFar(Spot from, Pointer pointer) {
    return from.distance(Spot.of(pointer)) * bench.zoom() > STILL;
  }

  private void move(ClickedObject pending, Pointer pointer) {
    Optional<Region> image = bench.paint().map(paint -> paint.document().mask().bounds());
    image.ifPresent(
        all ->
            pending.move(
                grabbed,
                Math.max(0, Math.min(all.right() - 1, pointer.pixelX())),
                Math.max(0, Math.min(all.bottom() - 1, pointer.pixelY()))));
  }

  @Override
  public void released(Pointer pointer) {
    Pointer start = pressed;
    Spot end = corner;
    forgetGesture();
    if (start != null && end != null) {
      begin(Optional.empty()).hint(box(Spot.of(start), end));
    } else if (start != null && isInImage(start)) {
      ClickedObject boxed = object;
      ClickedObject pending = boxed == null ? begin(seed(start)) : boxed;
      pending.add(click(start));
    }
  }

  private void forgetGesture() {
    pressed = null;
    corner = null;
    grabbed = NOTHING;
    grabbedAt = null;
  }

  private ClickedObject begin(Optional<Seed> seed) {
    ClickedObject before = object;
    if (before == null) {
      watch = meter.start(0);
    } else {
      before.stop();
    }
    ClickedObject begun = new ClickedObject(bench, source, seed);
    object = begun;
    return begun;
  }

  /** The region of the class under a pointer that the first click would mend. */
  private Optional<Seed> seed(Pointer pointer) {
    int x = pointer.pixelX();
    int y = pointer.pixelY();
    return bench
        .paint()
        .filter(paint -> isOfClass(paint, x, y))
        .map(paint -> new Seed(x, y, paint.label()));
  }

  private static boolean isOfClass(Paint paint, int x, int y) {
    LabelMask mask = paint.document().mask();
    return mask.bounds().contains(x, y) && mask.label(x, y) == paint.label();
  }

  private static Region box(Spot a, Spot b) {
    return Region.between(
        (int) Math.floor(Math.min(a.x(), b.x())),
        (int) Math.floor(Math.min(a.y(), b.y())),
        (int) Math.ceil(Math.max(a.x(), b.x())),
        (int) Math.ceil(Math.max(a.y(), b.y())));
  }

  @Override
  public void moved(Pointer pointer) {
    overRegion = seed(pointer).isPresent();
  }

  @Override
  public void accept() {
    Optional.ofNullable(object).ifPresent(pending -> pending.whenKnown(() -> paint(pending)));
  }

  private void paint(ClickedObject pending) {
    ClickMeter.Watch spent = watch;
    Optional<Paint> paint = bench.paint();
    if (pending == object && spent != null && paint.isPresent()) {
      ObjectEdit edit = pending.edit();
      cancel();
      if (!edit.isEmpty()) {
        meter.accepted(pending.clicks().size(), spent);
        bench.object(paint.get(), edit.painted(), edit.erased());
      }
    }
  }

  @Override
  public boolean back() {
    ClickedObject pending = object;
    forgetGesture();
    if (pending != null && !pending.back()) {
      cancel();
    }
    return pending != null;
  }

  @Override
  public void cancel() {
    forgetGesture();
    Optional.ofNullable(object).ifPresent(ClickedObject::stop);
    object = null;
    watch = null;
  }

  @Override
  public Optional<Runnable> leave() {
    ClickedObject left = object;
    ClickMeter.Watch spent = watch;
    cancel();
    overRegion = false;
    if (left == null || spent == null) {
      return Optional.empty();
    }
    spent.pause();
    return Optional.of(
        () -> {
          object = left;
          watch = spent;
          spent.goOn();
          left.goOn();
        });
  }

  /** What is half done, to be gone on with another day. */
  Optional<ClickDraft> draft() {
    ClickMeter.Watch spent = watch;
    return spent == null
        ? Optional.empty()
        : Optional.ofNullable(object).map(pending -> pending.draft(spent.seconds()));
  }

  /** Goes on with what was half done another day, unless something was begun meanwhile. */
  void goOn(ClickDraft draft) {
    if (object == null) {
      ClickedObject begun = ClickedObject.of(stillTrue(draft), bench, source);
      object = begun;
      watch = meter.start(draft.seconds());
      begun.goOn();
    }
  }

  /** A region that was painted over since is mended no more: the clicks select a new object. */
  private ClickDraft stillTrue(ClickDraft draft) {
    Optional<Seed> there =
        draft
            .seed()
            .filter(
                seed ->
                    bench
                        .paint()
                        .map(paint -> paint.document().mask())
                        .filter(mask -> mask.bounds().contains(seed.x(), seed.y()))
                        .filter(mask -> mask.label(seed.x(), seed.y()) == seed.label())
                        .isPresent());
    return new ClickDraft(draft.clicks(), draft.hint(), there, draft.seconds());
  }

  @Override
  public Optional<Pending> pending() {
    ClickedObject pending = object;
    if (corner != null) {
      return Optional.of(Pending.running("pending.clickBox"));
    }
    if (bench.paint().isEmpty()) {
      return Optional.empty();
    }
    if (pending == null) {
      return Optional.of(Pending.notice("pending.clickStart"));
    }
    return Optional.of(pending.isMended() ? ofRegion(pending) : ofObject(pending));
  }

  private static Pending ofObject(ClickedObject pending) {
    long pixels = pending.edit().shown().count();
    return Pending.waiting(
        pending.isSearched() ? "pending.clickLooking" : "pending.clickObject",
        pixels,
        pending.clicks().size());
  }

  private static Pending ofRegion(ClickedObject pending) {
    ObjectEdit edit = pending.edit();
    return Pending.waiting(
        pending.isSearched() ? "pending.clickLooking" : "pending.clickRegion",
        edit.painted().count(),
        edit.erased().count(),
        edit.elsewhere());
  }

  @Override
  public Sketch sketch() {
    ClickedObject pending = object;
    List<Mark> marks = new ArrayList<>();
    if (pending != null) {
      pending.clicks().forEach(click -> marks.add(new Mark(middle(click), click.positive())));
    }
    return new Sketch(frame(pending), true, List.of(), marks, tag(pending));
  }

  private List<Spot> frame(@Nullable ClickedObject pending) {
    Pointer start = pressed;
    Spot end = corner;
    Optional<Region> box =
        start != null && end != null
            ? Optional.of(box(Spot.of(start), end))
            : Optional.ofNullable(pending).flatMap(ClickedObject::hint);
    return box.map(
            b ->
                List.of(
                    new Spot(b.x(), b.y()),
                    new Spot(b.right(), b.y()),
                    new Spot(b.right(), b.bottom()),
                    new Spot(b.x(), b.bottom())))
        .orElse(List.of());
  }

  /** Says what the first click decides, or has decided. */
  private Optional<Tag> tag(@Nullable ClickedObject pending) {
    boolean mends = pending == null ? overRegion : pending.isMended();
    return bench
        .paint()
        .map(paint -> new Tag(mends ? "tag.clickRegion" : "tag.clickObject", paint.className()));
  }

  @Override
  public List<Overlay> overlays() {
    ClickedObject pending = object;
    return pending == null ? List.of() : pending.preview();
  }
}
