package org.maskwright.app.compare;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.canvas.PointerListener;
import org.maskwright.app.canvas.Viewport;
import org.maskwright.app.keys.Command;
import org.maskwright.app.session.CommandNames;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Texts;
import org.maskwright.app.tool.ToolBench;
import org.maskwright.app.tool.ToolBox;
import org.maskwright.app.tool.ToolKind;
import org.maskwright.app.tool.ToolServices;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.MaskListener;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.Region;

/** The image on show: joins its mask, the tools and what is seen of them. */
public final class EditorViewModel implements PointerListener {

  private static final double ZOOM_STEP = 1.5;

  private final ProjectSession session;
  private final Painting painting;
  private final ObjectProperty<Settings> settings;
  private final Texts texts;
  private final Consumer<Exception> failures;
  private final Viewport viewport = new Viewport();
  private final ToolBench bench;
  private final ToolBox tools;
  private final RegionCommandViewModel commands;
  private final OverlaysViewModel overlays;
  private final AdjustmentViewModel adjustment;
  private final NavigatorViewModel navigator;
  private final ReadOutViewModel readOut;
  private final MaskListener onChange = this::changed;
  private final ReadOnlyObjectWrapper<Optional<Pointer>> pointer =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Consumer<Region> changeListener = region -> {};
  private Optional<MaskDocument> watched = Optional.empty();
  private Optional<PixelSource> seen = Optional.empty();

  /**
   * An editor of a session's images.
   *
   * @param settings keep what the tools and the display were set to
   */
  public EditorViewModel(
      ProjectSession session,
      Painting painting,
      ObjectProperty<Settings> settings,
      Texts texts,
      ToolServices services) {
    this.session = session;
    this.painting = painting;
    this.settings = settings;
    this.texts = texts;
    this.failures = services.failures();
    // Before the tools, which may look at what is seen as soon as an image arrives.
    session.currentProperty().subscribe(this::place);
    bench = new ToolBench(session, painting, viewport, services);
    tools = new ToolBox(session, painting, bench, services);
    commands = new RegionCommandViewModel(session, painting, bench, services);
    overlays =
        new OverlaysViewModel(
            session, painting, tools.overlaysProperty(), commands.overlaysProperty());
    overlays.opacityProperty().set(settings.get().defaults().opacity());
    adjustment = new AdjustmentViewModel(session, settings);
    navigator = new NavigatorViewModel(session, bench, viewport);
    readOut = new ReadOutViewModel(session, texts);
    session.currentProperty().subscribe(this::arrived);
  }

  /** An image that comes back with another state of its mask stays where it was. */
  private void place(Optional<OpenImage> image) {
    Optional<PixelSource> pixels = image.map(OpenImage::pixels);
    if (pixels.isPresent() && !pixels.equals(seen)) {
      viewport.setImageSize(pixels.get().width(), pixels.get().height());
    }
    seen = pixels.or(() -> seen);
  }

  private void arrived(Optional<OpenImage> image) {
    watched.ifPresent(document -> document.removeListener(onChange));
    watched = image.flatMap(OpenImage::document);
    watched.ifPresent(document -> document.addListener(onChange));
  }

  private void changed(Region region) {
    changeListener.accept(region);
    commands.changed();
  }

  /** Who redraws what changed; called on the thread that paints. */
  public void setOnChanged(Consumer<Region> listener) {
    changeListener = listener;
  }

  public ObservableValue<Optional<PixelSource>> imageProperty() {
    return session.currentProperty().map(image -> image.map(OpenImage::pixels));
  }

  /** Where on the image the pointer is, in whichever pane. */
  public ReadOnlyObjectProperty<Optional<Pointer>> pointerProperty() {
    return pointer.getReadOnlyProperty();
  }

  /** The part of the image that all its panes show. */
  public Viewport viewport() {
    return viewport;
  }

  public Painting painting() {
    return painting;
  }

  /** Where whatever changes the mask on show works. */
  public ToolBench bench() {
    return bench;
  }

  public ToolBox tools() {
    return tools;
  }

  public RegionCommandViewModel commands() {
    return commands;
  }

  public OverlaysViewModel overlays() {
    return overlays;
  }

  public AdjustmentViewModel adjustment() {
    return adjustment;
  }

  public NavigatorViewModel navigator() {
    return navigator;
  }

  public ReadOutViewModel readOut() {
    return readOut;
  }

  /** What a tool is called, with its keys. */
  public ObservableValue<String> nameOf(ToolKind kind) {
    return nameOf(kind.command());
  }

  /** What a command is called, with its keys. */
  public ObservableValue<String> nameOf(Command command) {
    return CommandNames.withKeys(command, settings, texts);
  }

  /** What is half done, and which keys end it; nothing while nothing is. */
  public ObservableValue<String> pendingProperty() {
    return Bindings.createStringBinding(
        () ->
            tools
                .pendingProperty()
                .get()
                .map(half -> texts.get(half.textKey(), half.arguments().toArray()))
                .or(() -> commands.kindProperty().get().map(k -> texts.get("pending.region")))
                .orElse(""),
        tools.pendingProperty(),
        commands.kindProperty(),
        texts.languageProperty());
  }

  /** What stands at the pointer; nothing while the tool in hand has nothing to say there. */
  public ObservableValue<String> tagProperty() {
    return Bindings.createStringBinding(
        () ->
            tools
                .sketchProperty()
                .get()
                .tag()
                .map(tag -> texts.get(tag.textKey(), tag.className()))
                .orElse(""),
        tools.sketchProperty(),
        texts.languageProperty());
  }

  /**
   * Does what a key stands for here.
   *
   * @return false if the command is for somebody else
   */
  public boolean run(Command command) {
    switch (command) {
      case ACCEPT -> {
        return tools.accept() || commands.apply();
      }
      case CANCEL -> {
        return tools.cancel() || commands.cancel();
      }
      case BACK -> {
        return tools.back();
      }
      case UNDO -> history(document -> document.history().undo());
      case REDO -> history(document -> document.history().redo());
      case SMALLER_BRUSH -> tools.resized(-1);
      case LARGER_BRUSH -> tools.resized(1);
      case LAST_CLASS -> painting.chooseLast();
      case SWAP_BACKGROUND -> painting.swapWithBackground();
      default -> {
        return look(command) || chooseTool(command);
      }
    }
    return true;
  }

  private boolean look(Command command) {
    switch (command) {
      case TOGGLE_OVERLAY -> toggle(overlays.shownProperty());
      case OUTLINE -> toggle(overlays.outlinedProperty());
      case HATCHING -> toggle(overlays.hatchedProperty());
      case PROVENANCE -> toggle(overlays.provenanceProperty());
      case SOLO_CLASS -> toggleSolo();
      case FIT -> viewport.fit();
      case FULL_SIZE -> viewport.zoomTo(1);
      case ZOOM -> zoom(ZOOM_STEP);
      case ZOOM_OUT -> zoom(1 / ZOOM_STEP);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void toggle(BooleanProperty property) {
    property.set(!property.get());
  }

  private void toggleSolo() {
    OptionalInt active = OptionalInt.of(painting.activeClass());
    boolean already = painting.soloClassProperty().get().equals(active);
    painting.soloClassProperty().set(already ? OptionalInt.empty() : active);
  }

  /** At the pointer, as the wheel does; in the middle while it is elsewhere. */
  private void zoom(double factor) {
    if (pointer.get().isPresent()) {
      Pointer at = pointer.get().get();
      viewport.zoomAt(factor, viewport.toViewX(at.x()), viewport.toViewY(at.y()));
    } else {
      viewport.zoomTo(viewport.zoom() * factor);
    }
  }

  private boolean chooseTool(Command command) {
    Optional<ToolKind> chosen = ToolKind.of(command);
    chosen.ifPresent(tools.kindProperty()::set);
    return chosen.isPresent();
  }

  private interface HistoryStep {
    Region take(MaskDocument document) throws IOException;
  }

  private void history(HistoryStep step) {
    Optional<MaskDocument> document = session.currentProperty().get().flatMap(OpenImage::document);
    if (document.isPresent() && !tools.isBusy() && !document.get().isPainting()) {
      try {
        step.take(document.get());
      } catch (IOException e) {
        failures.accept(e);
      }
    }
  }

  @Override
  public void pressed(Pointer at) {
    tools.pressed(at);
  }

  @Override
  public void dragged(Pointer at) {
    tools.dragged(at);
    hover(at);
  }

  @Override
  public void released(Pointer at) {
    tools.released(at);
  }

  @Override
  public void moved(Pointer at) {
    tools.moved(at);
    hover(at);
  }

  private void hover(Pointer at) {
    pointer.set(Optional.of(at));
    readOut.show(at);
  }

  @Override
  public void left() {
    pointer.set(Optional.empty());
    tools.left();
    readOut.clear();
  }

  @Override
  public void resized(int notches) {
    tools.resized(notches);
  }
}
