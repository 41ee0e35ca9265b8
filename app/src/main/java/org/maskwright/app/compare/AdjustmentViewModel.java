package org.maskwright.app.compare;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.maskwright.app.canvas.DisplayAdjustment;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.session.Settings;

/**
 * Brightness, contrast and gamma of what is shown, remembered for each folder of images. The
 * images, and what networks see of them, stay as they are.
 */
public final class AdjustmentViewModel {

  private final ProjectSession session;
  private final ObjectProperty<Settings> settings;
  private final DoubleProperty brightness = new SimpleDoubleProperty();
  private final DoubleProperty contrast = new SimpleDoubleProperty(1);
  private final DoubleProperty gamma = new SimpleDoubleProperty(1);
  private final ReadOnlyObjectWrapper<DisplayAdjustment> adjustment =
      new ReadOnlyObjectWrapper<>(DisplayAdjustment.NONE);
  private boolean loading;

  public AdjustmentViewModel(ProjectSession session, ObjectProperty<Settings> settings) {
    this.session = session;
    this.settings = settings;
    brightness.addListener(o -> changed());
    contrast.addListener(o -> changed());
    gamma.addListener(o -> changed());
    session.currentProperty().subscribe(image -> image.flatMap(this::root).ifPresent(this::load));
  }

  private Optional<String> root(OpenImage image) {
    return Optional.of(session.project().folder().home() + " " + image.id().root());
  }

  private void load(String root) {
    show(settings.get().display().getOrDefault(root, DisplayAdjustment.NONE));
  }

  private void show(DisplayAdjustment kept) {
    loading = true;
    brightness.set(kept.brightness());
    contrast.set(kept.contrast());
    gamma.set(kept.gamma());
    loading = false;
    adjustment.set(kept);
  }

  private void changed() {
    if (loading) {
      return;
    }
    DisplayAdjustment now = new DisplayAdjustment(brightness.get(), contrast.get(), gamma.get());
    adjustment.set(now);
    session
        .currentProperty()
        .get()
        .flatMap(this::root)
        .ifPresent(root -> settings.set(settings.get().withDisplay(root, now)));
  }

  /** Shows the images as they are. */
  public void reset() {
    show(DisplayAdjustment.NONE);
    changed();
  }

  public ReadOnlyObjectProperty<DisplayAdjustment> adjustmentProperty() {
    return adjustment.getReadOnlyProperty();
  }

  public DoubleProperty brightnessProperty() {
    return brightness;
  }

  public DoubleProperty contrastProperty() {
    return contrast;
  }

  public DoubleProperty gammaProperty() {
    return gamma;
  }
}
