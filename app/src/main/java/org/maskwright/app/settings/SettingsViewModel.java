package org.maskwright.app.settings;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.session.Defaults;
import org.maskwright.app.session.Settings;
import org.maskwright.app.session.Theme;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.project.RestOnDone;

/** The settings as a person changes them: every change counts at once, there is nothing to save. */
public final class SettingsViewModel {

  private final ObjectProperty<Settings> settings;
  private final KeysViewModel keys;
  private final ObjectProperty<Theme> theme;
  private final ObjectProperty<Language> language;
  private final ObjectProperty<Number> brushRadius;
  private final ObjectProperty<Number> opacity;
  private final ObjectProperty<String> rest;

  public SettingsViewModel(ObjectProperty<Settings> settings, Dialogs dialogs, Texts texts) {
    this.settings = settings;
    keys = new KeysViewModel(settings, dialogs, texts);
    theme = part(Settings::theme, Settings::withTheme);
    language = part(Settings::language, Settings::withLanguage);
    brushRadius =
        part(
            all -> all.tools().brushRadius(),
            (all, radius) -> all.withTools(all.tools().withBrushRadius(radius.intValue())));
    opacity =
        part(
            all -> all.defaults().opacity(),
            (all, value) ->
                all.withDefaults(all.defaults().withOpacity(rounded(value.doubleValue()))));
    rest =
        part(
            all -> all.defaults().rest().name(),
            (all, name) -> all.withDefaults(all.defaults().withRest(RestOnDone.valueOf(name))));
  }

  /** Puts a new value for one part into the whole. */
  private interface Change<T> {
    Settings apply(Settings all, T value);
  }

  /** A property that is one part of the settings, whoever changes them. */
  private <T> ObjectProperty<T> part(Function<Settings, T> get, Change<T> change) {
    ObjectProperty<T> part = new SimpleObjectProperty<>(get.apply(settings.get()));
    settings.addListener((o, before, now) -> part.set(get.apply(now)));
    part.addListener(
        (o, before, now) -> {
          if (now != null && !now.equals(get.apply(settings.get()))) {
            settings.set(change.apply(settings.get(), now));
          }
        });
    return part;
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  public KeysViewModel keys() {
    return keys;
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  public ObjectProperty<Number> brushRadiusProperty() {
    return brushRadius;
  }

  /** Of the mask over the image, 0 to 1, in hundredths. */
  public ObjectProperty<Number> opacityProperty() {
    return opacity;
  }

  /** What becomes of unlabelled pixels when an image is marked done: one of {@link #rests}. */
  public ObjectProperty<String> restProperty() {
    return rest;
  }

  public List<String> rests() {
    return Stream.of(RestOnDone.values()).map(Enum::name).toList();
  }

  /** Brush, opacity and the rest as they were at first. */
  public void resetDefaults() {
    settings.set(settings.get().withDefaults(Defaults.FIRST));
  }

  public List<Theme> themes() {
    return List.of(Theme.LIGHT, Theme.DARK, Theme.SYSTEM);
  }
}
