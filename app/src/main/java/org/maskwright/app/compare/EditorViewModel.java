package org.maskwright.app.compare;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.canvas.PointerListener;
import org.maskwright.app.canvas.Viewport;
import org.maskwright.app.keys.Command;
import org.maskwright.app.keys.KeyLabels;
import org.maskwright.app.keys.Shortcut;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Texts;
import org.maskwright.app.tool.ToolBox;
import org.maskwright.app.tool.ToolKind;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.MaskListener;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.Region;

/** The image on show: joins its mask, the tools and what is seen of them. */
public final class EditorViewModel implements PointerListener {

  private final ProjectSession session;
  private final Painting painting;
  private final ObjectProperty<Settings> settings;
  private final Texts texts;
  private final Consumer<Exception> failures;
  private final Viewport viewport = new Viewport();
  private final ToolBox tools;
  private final OverlaysViewModel overlays;
  private final ReadOutViewModel readOut;
  private final MaskListener onChange = this::changed;
  private Consumer<Region> changeListener = region -> {};
  private Optional<MaskDocument> watched = Optional.empty();
  private Optional<PixelSource> seen = Optional.empty();

  public EditorViewModel(
      ProjectSession session,
      Painting painting,
      ObjectProperty<Settings> settings,
      Texts texts,
      Consumer<Exception> failures) {
    this.session = session;
    this.painting = painting;
    this.settings = settings;
    this.texts = texts;
    this.failures = failures;
    tools = new ToolBox(session, painting, failures);
    overlays = new OverlaysViewModel(session, painting);
    overlays.opacityProperty().set(settings.get().defaults().opacity());
    readOut = new ReadOutViewModel(session, texts);
    session.currentProperty().subscribe(this::arrived);
  }

  private void arrived(Optional<OpenImage> image) {
    Optional<PixelSource> pixels = image.map(OpenImage::pixels);
    if (pixels.isPresent() && !pixels.equals(seen)) {
      viewport.setImageSize(pixels.get().width(), pixels.get().height());
    }
    seen = pixels.or(() -> seen);
    watched.ifPresent(document -> document.removeListener(onChange));
    watched = image.flatMap(OpenImage::document);
    watched.ifPresent(document -> document.addListener(onChange));
  }

  private void changed(Region region) {
    changeListener.accept(region);
  }

  /** Who redraws what changed; called on the thread that paints. */
  public void setOnChanged(Consumer<Region> listener) {
    changeListener = listener;
  }

  public ObservableValue<Optional<PixelSource>> imageProperty() {
    return session.currentProperty().map(image -> image.map(OpenImage::pixels));
  }

  /** The part of the image that all its panes show. */
  public Viewport viewport() {
    return viewport;
  }

  public Painting painting() {
    return painting;
  }

  public ToolBox tools() {
    return tools;
  }

  public OverlaysViewModel overlays() {
    return overlays;
  }

  public ReadOutViewModel readOut() {
    return readOut;
  }

  /** What a tool is called, with its keys. */
  public ObservableValue<String> nameOf(ToolKind kind) {
    return Bindings.createStringBinding(
        () -> {
          List<Shortcut> keys = settings.get().keys().shortcuts(kind.command());
          String shown = KeyLabels.of(keys);
          String name = texts.get(kind.command().textKey());
          return shown.isEmpty() ? name : name + " (" + shown + ")";
        },
        texts.languageProperty(),
        settings);
  }

  /**
   * Does what a key stands for here.
   *
   * @return false if the command is for somebody else
   */
  public boolean run(Command command) {
    switch (command) {
      case UNDO -> undo();
      case REDO -> redo();
      case SMALLER_BRUSH -> tools.resized(-1);
      case LARGER_BRUSH -> tools.resized(1);
      case TOGGLE_OVERLAY -> overlays.toggle();
      case FIT -> viewport.fit();
      case FULL_SIZE -> viewport.zoomTo(1);
      case LAST_CLASS -> painting.chooseLast();
      case SWAP_BACKGROUND -> painting.swapWithBackground();
      case CANCEL -> {
        return tools.cancel();
      }
      default -> {
        return chooseTool(command);
      }
    }
    return true;
  }

  private boolean chooseTool(Command command) {
    Optional<ToolKind> chosen = ToolKind.of(command);
    chosen.ifPresent(tools.kindProperty()::set);
    return chosen.isPresent();
  }

  private void undo() {
    history(document -> document.history().undo());
  }

  private void redo() {
    history(document -> document.history().redo());
  }

  private interface HistoryStep {
    Region take(MaskDocument document) throws IOException;
  }

  private void history(HistoryStep step) {
    Optional<MaskDocument> document = session.currentProperty().get().flatMap(OpenImage::document);
    if (document.isPresent() && !document.get().isPainting()) {
      try {
        step.take(document.get());
      } catch (IOException e) {
        failures.accept(e);
      }
    }
  }

  @Override
  public void pressed(Pointer pointer) {
    tools.pressed(pointer);
  }

  @Override
  public void dragged(Pointer pointer) {
    tools.dragged(pointer);
    readOut.show(pointer);
  }

  @Override
  public void released(Pointer pointer) {
    tools.released(pointer);
  }

  @Override
  public void moved(Pointer pointer) {
    tools.moved(pointer);
    readOut.show(pointer);
  }

  @Override
  public void left() {
    tools.left();
    readOut.clear();
  }

  @Override
  public void resized(int notches) {
    tools.resized(notches);
  }
}
