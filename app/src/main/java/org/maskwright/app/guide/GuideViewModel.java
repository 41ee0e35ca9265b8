package org.maskwright.app.guide;

import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import org.maskwright.app.keys.Command;
import org.maskwright.app.keys.KeyLabels;
import org.maskwright.app.session.GuideStep;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Texts;

/** Which sentence is shown; where somebody was is remembered. */
public final class GuideViewModel {

  /** The command that a step speaks of. */
  private static final Map<GuideStep, Command> COMMANDS =
      Map.of(
          GuideStep.LOOK, Command.NEXT_IMAGE,
          GuideStep.CORRECT, Command.DONE_AND_NEXT,
          GuideStep.EXPORT, Command.EXPORT);

  private final ObjectProperty<Settings> settings;
  private final ObservableValue<String> text;
  private final ObservableValue<String> place;

  public GuideViewModel(ObjectProperty<Settings> settings, Texts texts) {
    this.settings = settings;
    text = Bindings.createStringBinding(() -> sentence(texts), settings, texts.languageProperty());
    place =
        Bindings.createStringBinding(
            () -> texts.get("guide.place", step().number(), GuideStep.COUNT),
            settings,
            texts.languageProperty());
  }

  private GuideStep step() {
    return settings.get().guide();
  }

  private String sentence(Texts texts) {
    GuideStep step = step();
    if (step == GuideStep.OVER) {
      return "";
    }
    String keys =
        Optional.ofNullable(COMMANDS.get(step))
            .map(command -> KeyLabels.of(settings.get().keys().shortcuts(command)))
            .orElse("");
    return texts.get("guide." + step.name(), keys);
  }

  /** What to try next. */
  public ObservableValue<String> text() {
    return text;
  }

  /** Which one of how many it is. */
  public ObservableValue<String> place() {
    return place;
  }

  public ObservableValue<Boolean> shown() {
    return settings.map(now -> now.guide() != GuideStep.OVER);
  }

  public ObservableValue<Boolean> first() {
    return settings.map(now -> now.guide() == GuideStep.LOOK);
  }

  public void next() {
    go(step().next());
  }

  public void back() {
    go(step().back());
  }

  /** It does not come back by itself. */
  public void dismiss() {
    go(GuideStep.OVER);
  }

  private void go(GuideStep step) {
    settings.set(settings.get().withGuide(step));
  }
}
