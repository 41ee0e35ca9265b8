package org.maskwright.app.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.canvas.PointerListener;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.tool.Pending.Ends;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.project.ImageId;

/**
 * All tools, and the one in hand. Any number of canvases may give it their pointers: what is begun
 * on one is the same stroke on all.
 */
public final class ToolBox implements PointerListener {

  private static final double BRUSH_GROWTH = 0.15;

  private final ProjectSession session;
  private final Painting painting;
  private final ToolBench bench;
  private final Consumer<Exception> failures;
  private final ObjectProperty<ToolKind> kind = new SimpleObjectProperty<>(ToolKind.BRUSH);
  private final Map<ToolKind, Tool> tools = new EnumMap<>(ToolKind.class);
  private final Map<ImageId, List<Runnable>> drafts = new HashMap<>();
  private final ReadOnlyObjectWrapper<Sketch> sketch = new ReadOnlyObjectWrapper<>(Sketch.NONE);
  private final ReadOnlyObjectWrapper<List<Overlay>> overlays =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Pending>> pending =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ClickMeter meter = new ClickMeter(System::nanoTime);
  private final ClickKeeper clicks;
  private Optional<ImageId> shown = Optional.empty();

  /** What was pressed; it hears the release even if another tool is chosen meanwhile. */
  private @Nullable Tool held;

  public ToolBox(
      ProjectSession session, Painting painting, ToolBench bench, ToolServices services) {
    this.session = session;
    this.painting = painting;
    this.bench = bench;
    this.failures = services.failures();
    ClickTool clicking = new ClickTool(bench, services.objects(), meter);
    clicks = new ClickKeeper(clicking, services.memory(), meter);
    fill(clicking);
    bench.setOnChanged(this::show);
    session.currentProperty().subscribe(this::arrived);
    painting.lockedClasses().addListener((SetChangeListener<Integer>) change -> lock());
    for (Observable chosen : List.of(painting.activeClassProperty(), painting.modeProperty())) {
      chosen.addListener(o -> use(() -> inHand().paintChanged()));
    }
    kind.addListener(o -> use(() -> inHand().taken()));
    Settling view = services.watch(() -> use(() -> inHand().viewSettled()));
    bench.viewport().zoomProperty().addListener(o -> view.touch());
    bench.viewport().panXProperty().addListener(o -> view.touch());
    bench.viewport().panYProperty().addListener(o -> view.touch());
    painting.optionsProperty().subscribe(options -> view.touch());
  }

  private void fill(ClickTool clicking) {
    tools.put(ToolKind.BRUSH, BrushTool.brush(bench));
    tools.put(ToolKind.ERASER, BrushTool.eraser(bench));
    tools.put(ToolKind.CLICK_SEGMENT, clicking);
    tools.put(ToolKind.POLYGON, new PolygonTool(bench));
    tools.put(ToolKind.LASSO, new LassoTool(bench));
    tools.put(ToolKind.SCISSORS, new ScissorsTool(bench));
    tools.put(ToolKind.FILL, new FillTool(bench));
    tools.put(ToolKind.WAND, new WandTool(bench));
    tools.put(ToolKind.SUPERPIXEL, new SuperpixelTool(bench));
    tools.put(ToolKind.VOID_BORDER, new VoidBorderTool(bench));
    tools.put(ToolKind.SPLIT, new SplitTool(bench));
    tools.put(ToolKind.ACCEPT_REGION, new AcceptTool(bench));
    tools.put(ToolKind.PICK_CLASS, new PickTool(bench::mask, this::picked));
  }

  private Tool inHand() {
    Tool pressed = held;
    return pressed != null
        ? pressed
        : Objects.requireNonNull(tools.get(kind.get()), "every kind has a tool");
  }

  private void arrived(Optional<OpenImage> image) {
    held = null;
    clicks.left();
    List<Runnable> kept = new ArrayList<>();
    tools.values().forEach(tool -> use(() -> tool.leave().ifPresent(kept::add)));
    bench.leave();
    shown.filter(left -> !kept.isEmpty()).ifPresent(left -> drafts.put(left, kept));
    shown = image.map(OpenImage::id);
    lock();
    shown.map(drafts::remove).ifPresent(half -> half.forEach(Runnable::run));
    shown.filter(id -> bench.paint().isPresent()).ifPresent(clicks::arrived);
    use(() -> inHand().taken());
  }

  private void lock() {
    session
        .currentProperty()
        .get()
        .flatMap(OpenImage::document)
        .ifPresent(document -> document.lock(painting.lockedClasses()));
    use(() -> inHand().paintChanged());
  }

  /** The tool to take with the next press. */
  public ObjectProperty<ToolKind> kindProperty() {
    return kind;
  }

  /** What the tool in hand draws over the image. */
  public ReadOnlyObjectProperty<Sketch> sketchProperty() {
    return sketch.getReadOnlyProperty();
  }

  /** Areas that the tool in hand shows over the mask. */
  public ReadOnlyObjectProperty<List<Overlay>> overlaysProperty() {
    return overlays.getReadOnlyProperty();
  }

  /** What is half done with the tool in hand. */
  public ReadOnlyObjectProperty<Optional<Pending>> pendingProperty() {
    return pending.getReadOnlyProperty();
  }

  /** Counts what clicked objects take. */
  public ClickMeter meter() {
    return meter;
  }

  /** True while a large area is painted; nothing else can be then. */
  public boolean isBusy() {
    return bench.isBusy();
  }

  private boolean ends(Ends... with) {
    return pending.get().filter(half -> List.of(with).contains(half.ends())).isPresent();
  }

  /**
   * Paints what waits to be accepted.
   *
   * @return false if nothing does
   */
  public boolean accept() {
    boolean waits = ends(Ends.WITH_ACCEPT) && !bench.isBusy();
    if (waits) {
      use(() -> inHand().accept());
    }
    return waits;
  }

  /**
   * Gives up what is half done.
   *
   * @return false if nothing is
   */
  public boolean cancel() {
    boolean half = ends(Ends.WITH_ACCEPT, Ends.WITH_CANCEL);
    if (half) {
      use(() -> inHand().cancel());
    }
    return half;
  }

  /**
   * Takes back the last part of what is half done.
   *
   * @return false if there is none
   */
  public boolean back() {
    boolean[] taken = new boolean[1];
    use(() -> taken[0] = inHand().back());
    return taken[0];
  }

  private void picked(int label) {
    LabelScheme scheme = painting.scheme();
    if (label < scheme.size()) {
      painting.choose(scheme.resolve(label));
    }
  }

  @Override
  public void pressed(Pointer pointer) {
    if (!bench.isBusy()) {
      Tool tool = inHand();
      held = tool;
      use(() -> tool.pressed(pointer));
    }
  }

  @Override
  public void dragged(Pointer pointer) {
    Tool tool = held;
    if (tool != null) {
      use(() -> tool.dragged(pointer));
    }
  }

  @Override
  public void released(Pointer pointer) {
    Tool tool = held;
    if (tool != null) {
      use(() -> tool.released(pointer));
      held = null;
      bench.strokeEnded();
      show();
    }
  }

  @Override
  public void moved(Pointer pointer) {
    use(() -> inHand().moved(pointer));
  }

  @Override
  public void left() {}

  @Override
  public void resized(int notches) {
    painting.change(
        options -> {
          int radius = options.brushRadius();
          int step = Math.max(1, (int) Math.round(radius * BRUSH_GROWTH));
          return options.withBrushRadius(radius + notches * step);
        });
  }

  private interface Use {
    void run() throws IOException;
  }

  private void use(Use use) {
    try {
      use.run();
    } catch (IOException e) {
      failures.accept(e);
    }
    show();
  }

  private void show() {
    if (held == null) {
      clicks.look();
    }
    Tool tool = inHand();
    sketch.set(tool.sketch());
    List<Overlay> now = tool.overlays();
    if (!now.equals(overlays.get())) {
      overlays.set(now);
    }
    pending.set(bench.isBusy() ? Optional.of(Pending.notice("pending.painting")) : tool.pending());
  }
}
