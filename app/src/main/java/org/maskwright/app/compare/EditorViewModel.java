package org.maskwright.app.compare;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.OverlayLook;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.canvas.PointerListener;
import org.maskwright.app.keys.Command;
import org.maskwright.app.keys.KeyLabels;
import org.maskwright.app.keys.Shortcut;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Texts;
import org.maskwright.app.tool.BrushTool;
import org.maskwright.app.tool.FillTool;
import org.maskwright.app.tool.LassoTool;
import org.maskwright.app.tool.Paint;
import org.maskwright.app.tool.PickTool;
import org.maskwright.app.tool.Tool;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Region;

/** Paints the mask of the image on show. */
public final class EditorViewModel implements PointerListener {

  private static final int BRUSH_STEP = 2;

  private final ProjectSession session;
  private final ObjectProperty<Settings> settings;
  private final Texts texts;
  private final Consumer<Exception> failures;
  private final IntegerProperty activeClass = new SimpleIntegerProperty(1);
  private final DoubleProperty opacity = new SimpleDoubleProperty();
  private final BooleanProperty overlayShown = new SimpleBooleanProperty(true);
  private final ObjectProperty<ToolKind> toolKind = new SimpleObjectProperty<>(ToolKind.BRUSH);
  private final ReadOnlyStringWrapper readOut = new ReadOnlyStringWrapper("");
  private final BrushTool brush = BrushTool.brush(this::paint);
  private final BrushTool eraser = BrushTool.eraser(this::paint);
  private final LassoTool lasso = new LassoTool(this::paint);
  private final Map<ToolKind, Tool> tools =
      Map.of(
          ToolKind.BRUSH, brush,
          ToolKind.ERASER, eraser,
          ToolKind.FILL, new FillTool(this::paint),
          ToolKind.PICK_CLASS, new PickTool(this::mask, this::picked),
          ToolKind.LASSO, lasso);
  private final ReadOnlyObjectWrapper<List<Pointer>> outline =
      new ReadOnlyObjectWrapper<>(List.of());
  private Tool held = brush;
  private Consumer<Region> changeListener = region -> {};

  /** The tools to choose from. */
  public enum ToolKind {
    BRUSH(Command.BRUSH),
    ERASER(Command.ERASER),
    LASSO(Command.LASSO),
    FILL(Command.FILL),
    PICK_CLASS(Command.PICK_CLASS);

    private final Command command;

    ToolKind(Command command) {
      this.command = command;
    }
  }

  public EditorViewModel(
      ProjectSession session,
      ObjectProperty<Settings> settings,
      Texts texts,
      Consumer<Exception> failures) {
    this.session = session;
    this.settings = settings;
    this.texts = texts;
    this.failures = failures;
    opacity.set(settings.get().defaults().opacity());
    activeClass.set(Math.min(1, session.project().scheme().size() - 1));
    session.currentProperty().subscribe(this::arrived);
  }

  private void arrived(Optional<OpenImage> image) {
    brush.forgetLast();
    eraser.forgetLast();
    lasso.cancel();
    outline.set(List.of());
    readOut.set("");
    image
        .flatMap(OpenImage::document)
        .ifPresent(document -> document.addListener(region -> changeListener.accept(region)));
  }

  /** Who redraws what changed; called on the thread that paints. */
  public void setOnChanged(Consumer<Region> listener) {
    changeListener = listener;
  }

  public ObservableValue<Optional<PixelSource>> imageProperty() {
    return session.currentProperty().map(image -> image.map(OpenImage::pixels));
  }

  /** What lies over the image now. */
  public List<Overlay> overlays() {
    Optional<LabelMask> mask = mask();
    if (mask.isEmpty() || !overlayShown.get()) {
      return List.of();
    }
    LabelScheme scheme = session.project().scheme();
    OverlayLook look =
        OverlayLook.of(
            value -> value < scheme.size() ? scheme.get(scheme.resolve(value)).displayRgb() : -1,
            opacity.get(),
            Math.min(1, opacity.get() * 2),
            false);
    return List.of(new Overlay(mask.get().labels(), look));
  }

  public List<LabelClass> classes() {
    return session.project().scheme().active();
  }

  public IntegerProperty activeClassProperty() {
    return activeClass;
  }

  public DoubleProperty opacityProperty() {
    return opacity;
  }

  public BooleanProperty overlayShownProperty() {
    return overlayShown;
  }

  public ObjectProperty<ToolKind> toolProperty() {
    return toolKind;
  }

  /** What a tool is called, with its keys. */
  public ObservableValue<String> nameOf(ToolKind kind) {
    return Bindings.createStringBinding(
        () -> {
          List<Shortcut> keys = settings.get().keys().shortcuts(kind.command);
          String shown = KeyLabels.of(keys);
          String name = texts.get(kind.command.textKey());
          return shown.isEmpty() ? name : name + " (" + shown + ")";
        },
        texts.languageProperty(),
        settings);
  }

  /** The line that a tool is drawing; empty while none is. */
  public ReadOnlyObjectProperty<List<Pointer>> outlineProperty() {
    return outline.getReadOnlyProperty();
  }

  /** In image pixels. */
  public ObservableValue<Integer> brushRadiusProperty() {
    return settings.map(Settings::brushRadius);
  }

  /** Position, class and provenance under the pointer. */
  public ReadOnlyStringProperty readOutProperty() {
    return readOut.getReadOnlyProperty();
  }

  public void setBrushRadius(int radius) {
    settings.set(settings.get().withBrushRadius(radius));
  }

  /**
   * Chooses the class with the number of a key.
   *
   * @return false if the command is none of these, or the class is not there
   */
  public boolean chooseSlot(Command command) {
    int slot = command.slot();
    boolean there = slot > 0 && classes().stream().anyMatch(c -> c.index() == slot);
    if (there) {
      activeClass.set(slot);
    }
    return there;
  }

  /**
   * Takes the tool that a key stands for.
   *
   * @return false if the command is none of these
   */
  public boolean chooseTool(Command command) {
    Optional<ToolKind> chosen =
        Arrays.stream(ToolKind.values()).filter(kind -> kind.command == command).findFirst();
    chosen.ifPresent(toolKind::set);
    return chosen.isPresent();
  }

  private void picked(int label) {
    LabelScheme scheme = session.project().scheme();
    if (label < scheme.size()) {
      activeClass.set(scheme.resolve(label));
    }
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

  public void undo() {
    history(document -> document.history().undo());
  }

  public void redo() {
    history(document -> document.history().redo());
  }

  private interface HistoryStep {
    Region take(MaskDocument document) throws IOException;
  }

  private void history(HistoryStep step) {
    Optional<MaskDocument> document = document();
    if (document.isPresent() && !document.get().isPainting()) {
      attempt(() -> step.take(document.get()));
    }
  }

  private Optional<LabelMask> mask() {
    return session.currentProperty().get().map(OpenImage::mask);
  }

  private Optional<MaskDocument> document() {
    return session.currentProperty().get().flatMap(OpenImage::document);
  }

  private Optional<Paint> paint() {
    int label = activeClass.get();
    return document()
        .map(
            document ->
                new Paint(
                    document,
                    label,
                    session.project().scheme().get(label).name(),
                    settings.get().brushRadius(),
                    PaintRule.EVERYWHERE));
  }

  /** Another tool may be chosen while a button is down: what one began, it also ends. */
  @Override
  public void pressed(Pointer pointer) {
    held = Objects.requireNonNull(tools.get(toolKind.get()), "every kind has a tool");
    use(() -> held.pressed(pointer));
  }

  @Override
  public void dragged(Pointer pointer) {
    use(() -> held.dragged(pointer));
    moved(pointer);
  }

  @Override
  public void released(Pointer pointer) {
    use(() -> held.released(pointer));
  }

  private void use(Attempt attempt) {
    attempt(attempt);
    outline.set(held.outline());
  }

  @Override
  public void moved(Pointer pointer) {
    readOut.set(mask().map(mask -> describe(mask, pointer)).orElse(""));
  }

  private String describe(LabelMask mask, Pointer pointer) {
    int x = pointer.pixelX();
    int y = pointer.pixelY();
    if (!mask.bounds().contains(x, y)) {
      return "";
    }
    int label = mask.label(x, y);
    LabelScheme scheme = session.project().scheme();
    int index = mask.index(x, y);
    String name =
        label < scheme.size()
            ? scheme.get(label).name()
            : texts.get(mask.isVoid(index) ? "editor.void" : "editor.unlabelled");
    return texts.get("editor.readOut", x, y, name);
  }

  @Override
  public void left() {
    readOut.set("");
  }

  @Override
  public void resized(int notches) {
    setBrushRadius(settings.get().brushRadius() + notches * BRUSH_STEP);
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private void attempt(Attempt attempt) {
    try {
      attempt.run();
    } catch (IOException e) {
      failures.accept(e);
    }
  }
}
