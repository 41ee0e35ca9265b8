package org.maskwright.app.project;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.text.Texts;

/** The first page. */
public final class StartView extends StackPane {

  /** The padding of the button around a line. */
  private static final double RECENT_INSET = 24;

  private final StartViewModel model;
  private final Texts texts;
  private final VBox recent = new VBox();

  public StartView(StartViewModel model, SamplesViewModel samples, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("start");
    VBox page = new VBox(title(), dropCard(), new SamplesView(samples, texts), recentCard());
    page.getStyleClass().add("start-page");
    page.setMaxWidth(USE_PREF_SIZE);
    ScrollPane scroll = new ScrollPane(new StackPane(page));
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    getChildren().add(scroll);
    model.recentProperty().subscribe(this::showRecent);
  }

  private VBox title() {
    Label name = new Label("Maskwright");
    name.getStyleClass().addAll(Styles.TITLE_1, "start-title");
    Label claim = label("start.claim");
    claim.getStyleClass().add(Styles.TEXT_MUTED);
    return new VBox(name, claim);
  }

  private VBox dropCard() {
    Label icon = new Label();
    icon.setGraphic(new FontIcon("mdi2i-image-multiple-outline"));
    icon.getStyleClass().add("start-icon");
    Label drop = label("start.drop");
    drop.getStyleClass().add(Styles.TITLE_4);
    Label hint = label("start.dropHint");
    hint.getStyleClass().add(Styles.TEXT_MUTED);
    Button choose = new Button();
    choose.setId("openFolder");
    choose.textProperty().bind(texts.observe("start.openFolder"));
    choose.getStyleClass().addAll(Styles.ACCENT);
    choose.setDefaultButton(true);
    choose.setOnAction(e -> model.openFolder());
    Button photo = new Button();
    photo.setId("openPhoto");
    photo.textProperty().bind(texts.observe("start.openFile"));
    photo.setOnAction(e -> model.openPhoto());
    HBox buttons = new HBox(choose, photo);
    buttons.getStyleClass().add("drop-buttons");
    VBox card = new VBox(icon, drop, hint, buttons);
    card.getStyleClass().add("drop-card");
    card.setAlignment(Pos.CENTER);
    return card;
  }

  private VBox recentCard() {
    Label heading = label("start.recent");
    heading.getStyleClass().add(Styles.TEXT_CAPTION);
    recent.getStyleClass().add("recent-list");
    return new VBox(heading, recent);
  }

  private void showRecent(List<StartViewModel.Recent> projects) {
    if (projects.isEmpty()) {
      Label none = label("start.noRecent");
      none.getStyleClass().add(Styles.TEXT_MUTED);
      recent.getChildren().setAll(none);
    } else {
      recent.getChildren().setAll(projects.stream().map(this::row).toList());
    }
  }

  private HBox row(StartViewModel.Recent project) {
    Label name = new Label(project.name());
    name.getStyleClass().add(Styles.TEXT_BOLD);
    Label folder = new Label(project.folder());
    folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    folder.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    Label when = new Label(project.when());
    when.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    when.setMinWidth(USE_PREF_SIZE);
    VBox names = new VBox(name, folder);
    HBox.setHgrow(names, Priority.ALWAYS);
    HBox line = new HBox(new FontIcon("mdi2f-folder-multiple-image"), names, when);
    line.getStyleClass().add("recent-line");
    Button open = new Button();
    open.setGraphic(line);
    open.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    open.getStyleClass().addAll(Styles.FLAT, "recent-open");
    open.setMaxWidth(Double.MAX_VALUE);
    open.setDisable(!project.present());
    open.setAccessibleText(project.name() + ", " + project.when());
    open.setOnAction(e -> model.open(project));
    line.prefWidthProperty().bind(open.widthProperty().subtract(RECENT_INSET));
    HBox.setHgrow(open, Priority.ALWAYS);
    Button forget = new Button();
    forget.setGraphic(new FontIcon("mdi2c-close"));
    forget.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
    forget.accessibleTextProperty().bind(texts.observe("start.forget", project.name()));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.observe("start.forget", project.name()));
    forget.setTooltip(tip);
    forget.setOnAction(e -> model.forget(project));
    HBox row = new HBox(open, forget);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Label label(String key) {
    Label label = new Label();
    label.textProperty().bind(texts.observe(key));
    label.setWrapText(true);
    return label;
  }
}
