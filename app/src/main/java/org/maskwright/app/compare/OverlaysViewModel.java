package org.maskwright.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.SetChangeListener;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.OverlayLook;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;

/** What lies over the image, and how it looks. */
public final class OverlaysViewModel {

  private static final int NOT_SHOWN = -1;
  private static final int VOID_RGB = 0xE6E6E6;

  /** Who set a pixel; told apart also by those who do not see red or green. */
  private static final int PERSON_RGB = 0x0072B2;

  private static final int MODEL_RGB = 0xE69F00;
  private static final int IMPORT_RGB = 0x009E73;

  private final ProjectSession session;
  private final Painting painting;
  private final ObservableValue<List<Overlay>> ofTool;
  private final ObservableValue<List<Overlay>> ofCommand;
  private final DoubleProperty opacity = new SimpleDoubleProperty();
  private final BooleanProperty shown = new SimpleBooleanProperty(true);
  private final BooleanProperty outlined = new SimpleBooleanProperty(true);
  private final BooleanProperty hatched = new SimpleBooleanProperty();
  private final BooleanProperty provenance = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<List<Overlay>> overlays =
      new ReadOnlyObjectWrapper<>(List.of());

  /**
   * The overlays of the image on show.
   *
   * @param ofTool what the tool in hand shows over the mask
   * @param ofCommand what a command would change
   */
  public OverlaysViewModel(
      ProjectSession session,
      Painting painting,
      ObservableValue<List<Overlay>> ofTool,
      ObservableValue<List<Overlay>> ofCommand) {
    this.session = session;
    this.painting = painting;
    this.ofTool = ofTool;
    this.ofCommand = ofCommand;
    for (Observable input :
        List.of(
            session.currentProperty(),
            ofTool,
            ofCommand,
            opacity,
            shown,
            outlined,
            hatched,
            provenance,
            painting.schemeProperty(),
            painting.soloClassProperty())) {
      input.addListener(o -> update());
    }
    painting.hiddenClasses().addListener((SetChangeListener<Integer>) change -> update());
    update();
  }

  private void update() {
    List<Overlay> all = new ArrayList<>();
    Optional<LabelMask> mask = mask();
    mask.filter(open -> shown.get()).map(this::labels).ifPresent(all::add);
    if (mask.isPresent()) {
      all.addAll(ofTools());
    }
    overlays.set(all);
  }

  /** The mask of the image on show. */
  Optional<LabelMask> mask() {
    return session.currentProperty().get().map(OpenImage::mask);
  }

  /** What the tool in hand shows, and what a command would change. */
  List<Overlay> ofTools() {
    List<Overlay> all = new ArrayList<>(ofCommand.getValue());
    all.addAll(ofTool.getValue());
    return all;
  }

  /** A mask as it is looked at: its areas and the lines around them. */
  Overlay labels(LabelMask mask) {
    return provenance.get()
        ? provenanceOf(mask)
        : Overlay.of(mask, OverlayLook.of(this::colour, opacity.get(), lines(), hatched.get()));
  }

  /** Only the lines around its areas, as strong as they can be. */
  Overlay outline(LabelMask mask) {
    return Overlay.of(mask, OverlayLook.of(this::colour, 0, 1, false));
  }

  /** A mask without the image under it. */
  Overlay alone(LabelMask mask) {
    return Overlay.of(mask, OverlayLook.of(this::colour, 1, 0, false));
  }

  private double lines() {
    return outlined.get() ? Math.min(1, opacity.get() * 2) : 0;
  }

  private int colour(int value) {
    LabelScheme scheme = painting.scheme();
    if (value == Overlay.VOID) {
      return painting.soloClassProperty().get().isPresent() ? NOT_SHOWN : VOID_RGB;
    }
    if (value >= scheme.size()) {
      return NOT_SHOWN;
    }
    int index = scheme.resolve(value);
    return painting.isShown(index) ? scheme.get(index).displayRgb() : NOT_SHOWN;
  }

  private Overlay provenanceOf(LabelMask mask) {
    return new Overlay(
        mask.provenanceCodes(),
        OverlayLook.of(
            code -> code < mask.provenances().size() ? colourOf(mask, code) : PERSON_RGB,
            opacity.get(),
            lines(),
            hatched.get()));
  }

  private static int colourOf(LabelMask mask, int code) {
    Provenance.Kind kind = mask.provenances().get((byte) code).kind();
    return switch (kind) {
      case NONE -> NOT_SHOWN;
      case MODEL -> MODEL_RGB;
      case IMPORT -> IMPORT_RGB;
      default -> PERSON_RGB;
    };
  }

  /** What to draw now, the lowest first. */
  public ReadOnlyObjectProperty<List<Overlay>> overlaysProperty() {
    return overlays.getReadOnlyProperty();
  }

  public DoubleProperty opacityProperty() {
    return opacity;
  }

  public BooleanProperty shownProperty() {
    return shown;
  }

  /** True if a line is drawn around areas. */
  public BooleanProperty outlinedProperty() {
    return outlined;
  }

  /** True if areas are hatched, so that the image is seen between the lines. */
  public BooleanProperty hatchedProperty() {
    return hatched;
  }

  /** True if the colours say who set a pixel instead of what it is. */
  public BooleanProperty provenanceProperty() {
    return provenance;
  }

  /** Colours of a person's, a model's and an import's pixels, in this order. */
  public static List<Integer> provenanceColours() {
    return List.of(PERSON_RGB, MODEL_RGB, IMPORT_RGB);
  }
}
