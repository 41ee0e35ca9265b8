package org.maskwright.app.session;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maskwright.data.edit.MaskDocument;

/** Knows how safe what was painted is: on the screen alone, on its way to its file, or there. */
final class SaveWatch {

  private final ImageDesk desk;
  private final JournalTroubles troubles;
  private final ReadOnlyObjectWrapper<SaveState> state =
      new ReadOnlyObjectWrapper<>(SaveState.SAVED);

  SaveWatch(ImageDesk desk, JournalTroubles troubles) {
    this.desk = desk;
    this.troubles = troubles;
  }

  ReadOnlyObjectProperty<SaveState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** True if it is known already that something is not in its file. */
  boolean isChanged() {
    return state.get() == SaveState.CHANGED;
  }

  /** Looks again, with this image on show. */
  void show(Optional<OpenImage> image) {
    state.set(now(image));
  }

  private SaveState now(Optional<OpenImage> image) {
    if (troubles.first().isPresent() || desk.hasUnsaved()) {
      return SaveState.NOT_SAVED;
    }
    if (desk.isSaving()) {
      return SaveState.SAVING;
    }
    boolean saved = image.flatMap(OpenImage::document).map(MaskDocument::isSaved).orElse(true);
    return saved ? SaveState.SAVED : SaveState.CHANGED;
  }
}
