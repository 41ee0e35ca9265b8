package org.maskwright.app.engine;

import javafx.beans.value.ObservableValue;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.text.Texts;

/** Lets a person trust the new certificate of an engine, knowing what that means. */
public final class EngineTrust {

  private final SharedEngine engine;
  private final Dialogs dialogs;
  private final Texts texts;

  public EngineTrust(SharedEngine engine, Dialogs dialogs, Texts texts) {
    this.engine = engine;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  /** True if this is what such a status waits for. */
  public static ObservableValue<Boolean> isWantedIn(ObservableValue<EngineStatus> status) {
    return status.map(now -> CertificateChange.in(now).isPresent());
  }

  /** Shows both fingerprints; the new one is trusted if the person says so. */
  public void ask() {
    CertificateChange.in(engine.statusProperty().get()).ifPresent(this::ask);
  }

  private void ask(CertificateChange change) {
    boolean meant =
        dialogs.confirm(
            texts.get("engine.trust.title", change.engine()),
            texts.get(
                "engine.trust.explanation",
                CertificateChange.readable(change.before()),
                CertificateChange.readable(change.now())),
            texts.get("engine.trust.action"));
    if (meant) {
      engine.trust(change);
    }
  }
}
