package org.maskwright.app.tool;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.SetChangeListener;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.canvas.PointerListener;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;

/**
 * All tools, and the one in hand. Any number of canvases may give it their pointers: what is begun
 * on one is the same stroke on all.
 */
public final class ToolBox implements PointerListener {

  private static final int BRUSH_STEP = 2;

  private final ProjectSession session;
  private final Painting painting;
  private final Consumer<Exception> failures;
  private final ObjectProperty<ToolKind> kind = new SimpleObjectProperty<>(ToolKind.BRUSH);
  private final BrushTool brush = BrushTool.brush(this::paint);
  private final BrushTool eraser = BrushTool.eraser(this::paint);
  private final Map<ToolKind, Tool> tools =
      Map.of(
          ToolKind.BRUSH, brush,
          ToolKind.ERASER, eraser,
          ToolKind.FILL, new FillTool(this::paint),
          ToolKind.PICK_CLASS, new PickTool(this::mask, this::picked),
          ToolKind.LASSO, new LassoTool(this::paint));
  private final ReadOnlyObjectWrapper<List<Pointer>> outline =
      new ReadOnlyObjectWrapper<>(List.of());
  private Tool held = brush;

  public ToolBox(ProjectSession session, Painting painting, Consumer<Exception> failures) {
    this.session = session;
    this.painting = painting;
    this.failures = failures;
    session.currentProperty().subscribe(this::arrived);
    painting.lockedClasses().addListener((SetChangeListener<Integer>) change -> lock());
  }

  private void arrived(Optional<OpenImage> image) {
    cancel();
    brush.forgetLast();
    eraser.forgetLast();
    image.flatMap(OpenImage::document).ifPresent(this::lock);
  }

  private void lock() {
    document().ifPresent(this::lock);
  }

  private void lock(MaskDocument document) {
    Collection<Integer> locked = painting.lockedClasses();
    document.lock(locked);
  }

  /** The tool to take with the next press. */
  public ObjectProperty<ToolKind> kindProperty() {
    return kind;
  }

  /** The line that a tool is drawing; empty while none is. */
  public ReadOnlyObjectProperty<List<Pointer>> outlineProperty() {
    return outline.getReadOnlyProperty();
  }

  /**
   * Gives up what a tool has half done.
   *
   * @return false if there is nothing of the kind
   */
  public boolean cancel() {
    boolean pending = held.isPending();
    use(held::cancel);
    return pending;
  }

  private Optional<LabelMask> mask() {
    return session.currentProperty().get().map(OpenImage::mask);
  }

  private Optional<MaskDocument> document() {
    return session.currentProperty().get().flatMap(OpenImage::document);
  }

  private Optional<Paint> paint() {
    int label = painting.activeClass();
    return document()
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

  private void picked(int label) {
    LabelScheme scheme = painting.scheme();
    if (label < scheme.size()) {
      painting.choose(scheme.resolve(label));
    }
  }

  /** Another tool may be chosen while a button is down: what one began, it also ends. */
  @Override
  public void pressed(Pointer pointer) {
    held = Objects.requireNonNull(tools.get(kind.get()), "every kind has a tool");
    use(() -> held.pressed(pointer));
  }

  @Override
  public void dragged(Pointer pointer) {
    use(() -> held.dragged(pointer));
  }

  @Override
  public void released(Pointer pointer) {
    use(() -> held.released(pointer));
  }

  @Override
  public void moved(Pointer pointer) {}

  @Override
  public void left() {}

  @Override
  public void resized(int notches) {
    painting.change(
        options -> options.withBrushRadius(options.brushRadius() + notches * BRUSH_STEP));
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
    outline.set(held.outline());
  }
}
