package org.maskwright.app;

import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.dialog.SheetPane;
import org.maskwright.app.keys.Command;
import org.maskwright.app.settings.SettingsView;
import org.maskwright.app.settings.SettingsViewModel;

/** Opens the sheets that commands ask for. */
final class Sheets {

  private final Services services;
  private final Dialogs dialogs;
  private final SheetPane pane;

  Sheets(Services services, Dialogs dialogs, SheetPane pane) {
    this.services = services;
    this.dialogs = dialogs;
    this.pane = pane;
  }

  /** True while a sheet has the keys. */
  boolean isOpen() {
    return pane.openProperty().get();
  }

  /**
   * Opens the sheet that a command stands for.
   *
   * @return false if the command stands for none
   */
  boolean open(Command command) {
    if (command != Command.SETTINGS) {
      return false;
    }
    settings();
    return true;
  }

  private void settings() {
    SettingsViewModel model = new SettingsViewModel(services.settings(), dialogs, services.texts());
    Runnable escape =
        () -> {
          if (!model.keys().cancel()) {
            pane.hide();
          }
        };
    pane.show(new SettingsView(model, services.texts(), pane::hide), escape);
  }
}
