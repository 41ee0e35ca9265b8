package org.maskwright.app.classes;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.maskwright.app.session.ClassSlots;
import org.maskwright.app.text.Texts;

/** What can be done with one class. */
final class ClassMenu extends ContextMenu {

  private final ClassesViewModel model;
  private final Texts texts;
  private final ClassRow row;

  /**
   * The menu of one class.
   *
   * @param rename lets a person type another name
   * @param recolour lets a person choose another colour
   */
  ClassMenu(ClassesViewModel model, Texts texts, ClassRow row, Runnable rename, Runnable recolour) {
    this.model = model;
    this.texts = texts;
    this.row = row;
    MenuItem name = new MenuItem();
    name.setId("renameClass");
    name.textProperty().bind(texts.observe("classes.rename"));
    name.setAccelerator(KeyCombination.valueOf("F2"));
    name.setOnAction(e -> rename.run());
    MenuItem colour = new MenuItem();
    colour.textProperty().bind(texts.observe("classes.recolour"));
    colour.setOnAction(e -> recolour.run());
    getItems()
        .addAll(
            name,
            colour,
            digits(),
            merge(),
            new SeparatorMenuItem(),
            check("classes.solo", row.soloProperty()),
            check("classes.hide", row.hiddenProperty()),
            check("classes.lock", row.lockedProperty()));
  }

  private CheckMenuItem check(String key, BooleanProperty value) {
    CheckMenuItem item = new CheckMenuItem();
    item.textProperty().bind(texts.observe(key));
    item.selectedProperty().bindBidirectional(value);
    return item;
  }

  private Menu digits() {
    Menu menu = new Menu();
    menu.setId("digitMenu");
    menu.textProperty().bind(texts.observe("classes.digit"));
    for (int digit = 1; digit <= ClassSlots.KEYS; digit++) {
      int key = digit;
      CheckMenuItem item = new CheckMenuItem(String.valueOf(digit));
      item.setSelected(row.digit() == digit);
      item.setOnAction(e -> model.assign(key, row));
      menu.getItems().add(item);
    }
    return menu;
  }

  private Menu merge() {
    Menu menu = new Menu();
    menu.setId("mergeMenu");
    menu.textProperty().bind(texts.observe("classes.merge"));
    menu.setDisable(!model.mayMerge(row));
    for (ClassRow target : model.rows()) {
      if (target.index() != row.index()) {
        MenuItem item = new MenuItem(target.name());
        item.setMnemonicParsing(false);
        item.setOnAction(e -> model.merge(row, target));
        menu.getItems().add(item);
      }
    }
    return menu;
  }
}
