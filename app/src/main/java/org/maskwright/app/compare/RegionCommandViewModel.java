package org.maskwright.app.compare;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.compare.RegionCommandKind.Given;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.tool.Paint;
import org.maskwright.app.tool.Settling;
import org.maskwright.app.tool.ToolBench;
import org.maskwright.app.tool.ToolServices;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.region.RegionChange;
import org.maskwright.data.region.RegionCommands;
import org.maskwright.data.region.Scope;
import org.maskwright.data.task.Progress;

/**
 * A command on regions while one decides about it: what it would change is looked for in the
 * background and shown; applying it is one step. It looks again whenever anything changes that it
 * depends on.
 */
public final class RegionCommandViewModel {

  private final ProjectSession session;
  private final Painting painting;
  private final ToolBench bench;
  private final Settling settling;
  private final ReadOnlyObjectWrapper<Optional<RegionCommandKind>> kind =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final IntegerProperty number = new SimpleIntegerProperty();
  private final BooleanProperty allClasses = new SimpleBooleanProperty();
  private final BooleanProperty visibleOnly = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<Found>> found =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<Overlay>> overlays =
      new ReadOnlyObjectWrapper<>(List.of());
  private RunningTask running = () -> {};

  /** What the command would change, for whom it was looked for. */
  public record Found(Paint paint, RegionChange change) {

    public long count() {
      return change.count();
    }
  }

  public RegionCommandViewModel(
      ProjectSession session, Painting painting, ToolBench bench, ToolServices services) {
    this.session = session;
    this.painting = painting;
    this.bench = bench;
    settling = services.watch(this::look);
    for (Observable input :
        List.of(
            number,
            allClasses,
            visibleOnly,
            painting.activeClassProperty(),
            painting.modeProperty(),
            painting.modeClassProperty(),
            painting.lockedClasses())) {
      input.addListener(o -> changed());
    }
    session.currentProperty().addListener(o -> cancel());
  }

  /** The command that is being decided about. */
  public ReadOnlyObjectProperty<Optional<RegionCommandKind>> kindProperty() {
    return kind.getReadOnlyProperty();
  }

  /** The command's number, in pixels. */
  public IntegerProperty numberProperty() {
    return number;
  }

  /** True if it concerns all classes and not only the active one. */
  public BooleanProperty allClassesProperty() {
    return allClasses;
  }

  /** True if it concerns only what is seen of the image. */
  public BooleanProperty visibleOnlyProperty() {
    return visibleOnly;
  }

  /** What it would change; empty as long as that is not known. */
  public ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** What it would change, to be drawn. */
  public ReadOnlyObjectProperty<List<Overlay>> overlaysProperty() {
    return overlays.getReadOnlyProperty();
  }

  /** Begins to decide about a command. */
  public void open(RegionCommandKind chosen) {
    if (bench.paint().isPresent()) {
      forget();
      number.set(chosen.usual());
      allClasses.set(chosen == RegionCommandKind.COPY_PREVIOUS);
      kind.set(Optional.of(chosen));
      look();
    }
  }

  /** The mask was painted; any thread. */
  void changed() {
    settling.touch();
  }

  private void forget() {
    running.cancel();
    found.set(Optional.empty());
    overlays.set(List.of());
  }

  private void look() {
    Optional<Paint> paint = bench.paint();
    if (kind.get().isEmpty() || paint.isEmpty()) {
      return;
    }
    running.cancel();
    found.set(Optional.empty());
    Search search =
        new Search(
            kind.get().get(),
            paint.get(),
            scope(paint.get().document().mask()),
            number.get(),
            before());
    running =
        bench.compute(
            progress -> search.run(session, progress),
            change -> {
              found.set(Optional.of(new Found(search.paint(), change)));
              overlays.set(bench.preview(change));
            });
  }

  private Scope scope(LabelMask mask) {
    Region within = visibleOnly.get() ? bench.visible() : mask.bounds();
    return allClasses.get()
        ? Scope.ofRegion(within)
        : new Scope(within, OptionalInt.of(painting.activeClass()));
  }

  private Optional<ImageId> before() {
    return session.currentProperty().get().map(OpenImage::id).flatMap(session::before);
  }

  /** One search, as everything was when it began. */
  private record Search(
      RegionCommandKind kind, Paint paint, Scope scope, int number, Optional<ImageId> before) {

    RegionChange run(ProjectSession session, Progress progress) throws IOException {
      LabelMask mask = paint.document().mask();
      Optional<LabelMask> other = Optional.empty();
      if (kind == RegionCommandKind.COPY_PREVIOUS && before.isPresent()) {
        other = session.project().masks().read(before.get());
      }
      RegionChange change =
          kind.run(
              new RegionCommands(mask, scope, progress), new Given(number, paint.label(), other));
      return paint.document().allowed(change, paint.rule());
    }
  }

  /**
   * Does it, as one step.
   *
   * @return false if nothing is being decided about, or not known yet
   */
  public boolean apply() {
    Optional<Found> known = found.get();
    boolean ready = kind.get().isPresent() && known.isPresent() && !bench.isBusy();
    if (ready) {
      close();
      bench.change(known.get().paint(), known.get().change());
    }
    return ready;
  }

  /**
   * Decides against it.
   *
   * @return false if nothing is being decided about
   */
  public boolean cancel() {
    boolean open = kind.get().isPresent();
    close();
    return open;
  }

  private void close() {
    kind.set(Optional.empty());
    forget();
  }
}
