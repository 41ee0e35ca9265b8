package org.maskwright.app.session;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.text.Texts;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.StepInfo;
import org.maskwright.data.project.ImageId;

/**
 * Asks before undo takes back what was done before the project was opened: once an image, with the
 * date, so that nobody holds Ctrl+Z into last week unawares.
 */
public final class UndoGuard {

  private final ProjectSession session;
  private final Dialogs dialogs;
  private final Texts texts;
  private @Nullable ImageId allowed;

  public UndoGuard(ProjectSession session, Dialogs dialogs, Texts texts) {
    this.session = session;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  /** True if the next undo may be done now. */
  public boolean allows() throws IOException {
    Optional<OpenImage> shown = session.currentProperty().get();
    Optional<MaskDocument> document = shown.flatMap(OpenImage::document);
    if (shown.isEmpty() || document.isEmpty() || document.get().isPainting()) {
      return true;
    }
    Optional<StepInfo> next = document.get().history().undoable();
    boolean earlier = next.filter(step -> step.time().isBefore(session.began())).isPresent();
    if (!earlier || shown.get().id().equals(allowed)) {
      return true;
    }
    if (dialogs.confirm(
        texts.get("undo.earlier"),
        texts.get("undo.earlierHint", date(next.get())),
        texts.get("undo.anyway"))) {
      allowed = shown.get().id();
      return true;
    }
    return false;
  }

  private String date(StepInfo step) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(texts.languageProperty().get().locale())
        .withZone(ZoneId.systemDefault())
        .format(step.time());
  }
}
