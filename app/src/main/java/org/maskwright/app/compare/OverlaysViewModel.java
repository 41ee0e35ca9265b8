package org.maskwright.app.compare;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.SetChangeListener;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.OverlayLook;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;

/** What lies over the image, and how it looks. */
public final class OverlaysViewModel {

  private static final int NOT_SHOWN = -1;

  private final ProjectSession session;
  private final Painting painting;
  private final DoubleProperty opacity = new SimpleDoubleProperty();
  private final BooleanProperty shown = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<List<Overlay>> overlays =
      new ReadOnlyObjectWrapper<>(List.of());

  public OverlaysViewModel(ProjectSession session, Painting painting) {
    this.session = session;
    this.painting = painting;
    for (Observable input :
        List.of(
            session.currentProperty(),
            opacity,
            shown,
            painting.schemeProperty(),
            painting.soloClassProperty())) {
      input.addListener(o -> update());
    }
    painting.hiddenClasses().addListener((SetChangeListener<Integer>) change -> update());
    update();
  }

  private void update() {
    Optional<LabelMask> mask = session.currentProperty().get().map(OpenImage::mask);
    overlays.set(
        mask.isEmpty() || !shown.get()
            ? List.of()
            : List.of(new Overlay(mask.get().labels(), look())));
  }

  private OverlayLook look() {
    return OverlayLook.of(this::colour, opacity.get(), Math.min(1, opacity.get() * 2), false);
  }

  private int colour(int value) {
    LabelScheme scheme = painting.scheme();
    if (value >= scheme.size()) {
      return NOT_SHOWN;
    }
    int index = scheme.resolve(value);
    return painting.isShown(index) ? scheme.get(index).displayRgb() : NOT_SHOWN;
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

  /** Hides what lies over the image, or shows it again. */
  public void toggle() {
    shown.set(!shown.get());
  }
}
