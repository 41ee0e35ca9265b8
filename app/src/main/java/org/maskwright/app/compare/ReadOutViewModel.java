package org.maskwright.app.compare;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.text.Texts;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;

/** Says what is under the pointer. */
public final class ReadOutViewModel {

  private final ProjectSession session;
  private final Texts texts;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

  public ReadOutViewModel(ProjectSession session, Texts texts) {
    this.session = session;
    this.texts = texts;
    session.currentProperty().addListener(o -> clear());
  }

  /** Position, class, and who decided it. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  void show(Pointer pointer) {
    Optional<LabelMask> mask = session.currentProperty().get().map(OpenImage::mask);
    text.set(mask.map(shown -> describe(shown, pointer.pixelX(), pointer.pixelY())).orElse(""));
  }

  void clear() {
    text.set("");
  }

  private String describe(LabelMask mask, int x, int y) {
    if (!mask.bounds().contains(x, y)) {
      return "";
    }
    int index = mask.index(x, y);
    if (mask.isUnlabelled(index)) {
      return texts.get("editor.readOut", x, y, texts.get("editor.unlabelled"));
    }
    int label = mask.label(x, y);
    LabelScheme scheme = session.schemeProperty().get();
    String name =
        label < scheme.size() ? scheme.get(scheme.resolve(label)).name() : texts.get("editor.void");
    return texts.get("editor.readOutBy", x, y, name, by(mask.provenance(x, y)));
  }

  private String by(Provenance provenance) {
    String kind = texts.get("provenance." + provenance.kind().name());
    return provenance.detail().isEmpty() ? kind : kind + " " + provenance.detail();
  }
}
