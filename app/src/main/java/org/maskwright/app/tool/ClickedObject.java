package org.maskwright.app.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.task.RunningTask;
import org.maskwright.data.click.ClickDraft;
import org.maskwright.data.click.ClickDraft.Seed;
import org.maskwright.data.click.ObjectRequest;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.metric.Click;
import org.maskwright.data.region.Flood;
import org.maskwright.data.region.Runs;
import org.maskwright.data.task.Progress;

/**
 * An object that is being clicked: its clicks, what they select, and how it would look in the mask.
 * It is looked for away from the window, once at a time; what was clicked meanwhile comes next.
 */
final class ClickedObject {

  private final Bench bench;
  private final ObjectSource source;

  /** Where a region of the mask was clicked that is to be mended; empty for a new object. */
  private final Optional<Seed> seed;

  private final List<Placed> clicks = new ArrayList<>();
  private Optional<Region> hint = Optional.empty();
  private Optional<Runs> base = Optional.empty();
  private Optional<Runs> selection = Optional.empty();
  private ObjectEdit edit = ObjectEdit.NOTHING;
  private List<Overlay> preview = List.of();
  private RunningTask task = () -> {};
  private Optional<Question> next = Optional.empty();
  private boolean running;
  private Runnable whenKnown = () -> {};

  /** A click and what was selected before it, if that was known by then. */
  private record Placed(Click click, Optional<Runs> before) {}

  /** What is to be found out next. */
  private enum Question {
    /** What the clicks select. */
    SELECTION,
    /** Only how the selection would look: the class is another, or the mode of painting. */
    LOOK
  }

  private record Answer(Optional<Runs> base, Runs selection, ObjectEdit edit) {}

  ClickedObject(Bench bench, ObjectSource source, Optional<Seed> seed) {
    this.bench = bench;
    this.source = source;
    this.seed = seed;
  }

  /** The object of a draft; it is not looked for before one goes on with it. */
  static ClickedObject of(ClickDraft draft, Bench bench, ObjectSource source) {
    ClickedObject object = new ClickedObject(bench, source, draft.seed());
    draft.clicks().forEach(click -> object.clicks.add(new Placed(click, Optional.empty())));
    object.hint = draft.hint();
    return object;
  }

  /** What is needed to go on with it another day. */
  ClickDraft draft(double seconds) {
    return new ClickDraft(clicks(), hint, seed, seconds);
  }

  boolean isMended() {
    return seed.isPresent();
  }

  List<Click> clicks() {
    return clicks.stream().map(Placed::click).toList();
  }

  Optional<Region> hint() {
    return hint;
  }

  boolean isSearched() {
    return running;
  }

  ObjectEdit edit() {
    return edit;
  }

  List<Overlay> preview() {
    return preview;
  }

  /** Looks for it inside a rectangle. */
  void hint(Region box) {
    hint = Optional.of(box);
    ask(Question.SELECTION);
  }

  void add(Click click) {
    clicks.add(new Placed(click, selection.or(() -> base)));
    ask(Question.SELECTION);
  }

  /** Puts a click elsewhere. */
  void move(int number, int x, int y) {
    Placed moved = clicks.get(number);
    if (moved.click().x() != x || moved.click().y() != y) {
      clicks.set(number, new Placed(new Click(x, y, moved.click().positive()), moved.before()));
      ask(Question.SELECTION);
    }
  }

  /**
   * Takes back the last click, or the rectangle it began with.
   *
   * @return false if nothing is left
   */
  boolean back() {
    if (clicks.isEmpty()) {
      return false;
    }
    selection = clicks.remove(clicks.size() - 1).before();
    boolean left = !clicks.isEmpty() || hint.isPresent();
    if (left) {
      ask(Question.SELECTION);
    }
    return left;
  }

  /** Looks what would be painted now. */
  void look() {
    if (selection.isPresent() || running) {
      ask(Question.LOOK);
    }
  }

  /** Goes on with it after a stay elsewhere. */
  void goOn() {
    ask(selection.isPresent() ? Question.LOOK : Question.SELECTION);
  }

  /** Runs something when nothing is to be found out any more: perhaps now. */
  void whenKnown(Runnable then) {
    if (running) {
      whenKnown = then;
    } else {
      then.run();
    }
  }

  /** Stops looking; what is known stays. */
  void stop() {
    task.cancel();
    running = false;
    next = Optional.empty();
    whenKnown = () -> {};
  }

  private void ask(Question question) {
    boolean selects =
        question == Question.SELECTION || next.equals(Optional.of(Question.SELECTION));
    next = Optional.of(selects ? Question.SELECTION : Question.LOOK);
    if (!running) {
      begin();
    }
  }

  private void begin() {
    Optional<Paint> paint = bench.paint();
    Optional<PixelSource> image = bench.pixels();
    Optional<Question> question = next;
    next = Optional.empty();
    if (paint.isEmpty() || image.isEmpty() || question.isEmpty()) {
      return;
    }
    boolean known = question.get() == Question.LOOK && selection.isPresent();
    Optional<Runs> found = known ? selection : Optional.empty();
    Work work = new Work(paint.get(), image.get(), base, found, request());
    running = true;
    task = bench.compute(progress -> answer(work, progress), this::answered);
  }

  private ObjectRequest request() {
    Optional<Runs> before =
        clicks.isEmpty() ? Optional.empty() : clicks.get(clicks.size() - 1).before();
    return new ObjectRequest(clicks(), before, Optional.empty(), hint, bench.visible());
  }

  /** All that is needed to find something out away from the window. */
  private record Work(
      Paint paint,
      PixelSource image,
      Optional<Runs> base,
      Optional<Runs> found,
      ObjectRequest request) {}

  /** What was found, or why nothing could be. */
  private record Outcome(Optional<Answer> answer, Optional<IOException> failure) {}

  private Outcome answer(Work work, Progress progress) {
    try {
      Optional<Runs> region = work.base().or(() -> seed.map(at -> region(at, work, progress)));
      progress.checkCancelled();
      ObjectRequest asked = work.request();
      Runs found =
          work.found().isPresent()
              ? work.found().get()
              : source.select(
                  work.image(),
                  new ObjectRequest(
                      asked.clicks(), asked.previous(), region, asked.hint(), asked.seen()));
      progress.checkCancelled();
      Optional<ObjectEdit.Mended> mended =
          region.map(area -> new ObjectEdit.Mended(area, seed.orElseThrow().label()));
      ObjectEdit change = ObjectEdit.of(work.paint(), mended, found, asked.clicks());
      return new Outcome(Optional.of(new Answer(region, found, change)), Optional.empty());
    } catch (IOException e) {
      return new Outcome(Optional.empty(), Optional.of(e));
    }
  }

  private static Runs region(Seed at, Work work, Progress progress) {
    LabelMask mask = work.paint().document().mask();
    return Flood.from(
        at.x(), at.y(), mask.bounds(), (x, y) -> mask.label(x, y) == at.label(), progress);
  }

  private void answered(Outcome outcome) {
    running = false;
    outcome.failure().ifPresent(bench::complain);
    outcome.answer().ifPresent(this::take);
    if (next.isPresent()) {
      begin();
    } else {
      Runnable then = whenKnown;
      whenKnown = () -> {};
      then.run();
    }
    bench.changed();
  }

  private void take(Answer answer) {
    base = answer.base();
    // A selection that was asked about before the last click was taken back is none any more.
    if (next.isEmpty()) {
      selection = Optional.of(answer.selection());
    }
    edit = answer.edit();
    preview = bench.lightPreview(edit.shown());
  }
}
