package org.maskwright.app.dialog;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The frame of a sheet: a title with a way out, the content, and buttons under it. */
public class Sheet extends BorderPane {

  private final HBox buttons = new HBox();

  /**
   * An empty sheet.
   *
   * @param closeName what the button with the cross is called
   */
  public Sheet(ObservableValue<String> title, ObservableValue<String> closeName, Runnable close) {
    getStyleClass().add("window-sheet");
    Label heading = new Label();
    heading.textProperty().bind(title);
    heading.getStyleClass().add(Styles.TITLE_4);
    setAccessibleRole(AccessibleRole.DIALOG);
    accessibleTextProperty().bind(title);
    Button cross = new Button();
    cross.setId("closeSheet");
    cross.setGraphic(new FontIcon("mdi2c-close"));
    cross.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
    cross.accessibleTextProperty().bind(closeName);
    cross.setFocusTraversable(false);
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(closeName);
    cross.setTooltip(tip);
    cross.setOnAction(e -> close.run());
    HBox header = new HBox(heading, gap(), cross);
    header.getStyleClass().add("sheet-header");
    setTop(header);
    buttons.getStyleClass().add("sheet-buttons");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  /** Puts these under the content, the first on the left and the others on the right. */
  protected final void setButtons(Node left, Node... right) {
    buttons.getChildren().setAll(left, gap());
    buttons.getChildren().addAll(right);
    setBottom(buttons);
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }
}
