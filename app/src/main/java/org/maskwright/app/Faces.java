package org.maskwright.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import org.maskwright.app.session.Settings;
import org.maskwright.app.session.Theme;

/** Dresses all windows in the theme that was chosen. */
final class Faces {

  private final ObjectProperty<Settings> settings;
  private boolean dark;

  Faces(ObjectProperty<Settings> settings) {
    this.settings = settings;
    settings.map(Settings::theme).subscribe(this::wear);
  }

  private void wear(Theme theme) {
    dark =
        switch (theme) {
          case DARK -> true;
          case LIGHT -> false;
          case SYSTEM -> DesktopTheme.isDark();
        };
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  /** The other face than the one on show. */
  void toggle() {
    settings.set(settings.get().withTheme(dark ? Theme.LIGHT : Theme.DARK));
  }
}
