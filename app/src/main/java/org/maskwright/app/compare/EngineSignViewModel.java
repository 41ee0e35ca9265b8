package org.maskwright.app.compare;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.engine.EngineStatus;
import org.maskwright.app.engine.EngineTrust;
import org.maskwright.app.engine.SharedEngine;
import org.maskwright.app.text.Texts;

/** How the engine is, in words, and what can be done about it. */
public final class EngineSignViewModel {

  private final SharedEngine engine;
  private final Texts texts;
  private final EngineTrust trust;

  private final ReadOnlyObjectWrapper<EngineStatus> status = new ReadOnlyObjectWrapper<>();

  /** The engine outlives the project, and must not hold what listens here. */
  private final ChangeListener<EngineStatus> follow = (o, before, now) -> status.set(now);

  public EngineSignViewModel(SharedEngine engine, Dialogs dialogs, Texts texts) {
    this.engine = engine;
    this.texts = texts;
    trust = new EngineTrust(engine, dialogs, texts);
    status.set(engine.statusProperty().get());
    engine.statusProperty().addListener(new WeakChangeListener<>(follow));
  }

  /** In two words. */
  public ObservableValue<String> textProperty() {
    return Bindings.createStringBinding(
        () -> status.get().text(texts), status, texts.languageProperty());
  }

  /** What happened to it, with the remedy; else what the word means. */
  public ObservableValue<String> detailProperty() {
    return Bindings.createStringBinding(this::detail, status, texts.languageProperty());
  }

  private String detail() {
    EngineStatus now = status.get();
    String problem = now.detail(texts);
    return problem.isEmpty() ? texts.get("engine." + now.state() + ".hint") : problem;
  }

  /** The state's name, of which signs make a picture. */
  public ObservableValue<String> stateProperty() {
    return status.map(now -> now.state().name());
  }

  /** True if it stays away until somebody asks for it. */
  public ObservableValue<Boolean> lostProperty() {
    return status.map(now -> now.state() == EngineStatus.State.LOST);
  }

  /** True if it shows another certificate than before, and a person has to say what of it. */
  public ObservableValue<Boolean> changedProperty() {
    return EngineTrust.isWantedIn(status);
  }

  /** Lets a person look at the certificates. */
  public void lookAtCertificate() {
    trust.ask();
  }

  /** Starts it once more. */
  public void tryAgain() {
    engine.tryAgain();
  }
}
