package org.maskwright.app.exchange;

import atlantafx.base.theme.Styles;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.exchange.Course.Stage;
import org.maskwright.app.text.Texts;
import org.maskwright.data.format.Severity;

/** How an export or import goes: progress while it runs, and all that was found. */
final class CourseView extends VBox {

  private final Course course;
  private final Texts texts;
  private final FontIcon icon = new FontIcon();
  private final VBox findings = new VBox();
  private final ScrollPane scroll = new ScrollPane(findings);

  CourseView(Course course, Texts texts) {
    this.course = course;
    this.texts = texts;
    getStyleClass().add("course");
    findings.getStyleClass().add("course-findings");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(status(), bar(), scroll);
    course.stageProperty().subscribe(this::show);
    course.lines().addListener((Observable o) -> fill());
    fill();
  }

  private HBox status() {
    Label message = new Label();
    message.setId("course");
    message.textProperty().bind(course.messageProperty());
    message.setWrapText(true);
    message.setMaxWidth(Double.MAX_VALUE);
    message.getStyleClass().add(Styles.TEXT_BOLD);
    HBox.setHgrow(message, Priority.ALWAYS);
    HBox status = new HBox(icon, message);
    status.getStyleClass().add("course-status");
    status.visibleProperty().bind(course.messageProperty().isNotEmpty());
    status.managedProperty().bind(status.visibleProperty());
    return status;
  }

  private ProgressBar bar() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(course.progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add(Styles.SMALL);
    bar.visibleProperty().bind(course.stageProperty().map(Stage::isBusy));
    return bar;
  }

  private void show(Stage stage) {
    icon.setIconLiteral(
        switch (stage) {
          case IDLE, LOOKING, WORKING -> "mdi2t-timer-sand";
          case LOOKED -> "mdi2c-clipboard-check-outline";
          case DONE -> "mdi2c-check-circle-outline";
          case FAILED -> "mdi2a-alert-circle-outline";
        });
    getStyleClass().removeAll("course-done", "course-failed");
    if (stage == Stage.DONE) {
      getStyleClass().add("course-done");
    } else if (stage == Stage.FAILED) {
      getStyleClass().add("course-failed");
    }
  }

  private void fill() {
    findings.getChildren().setAll(course.lines().stream().map(this::line).toList());
    if (findings.getChildren().isEmpty() && course.preflightProperty().get().isPresent()) {
      Label nothing = new Label();
      nothing.textProperty().bind(texts.observe("exchange.nothingLost"));
      nothing.getStyleClass().add(Styles.TEXT_MUTED);
      findings.getChildren().add(nothing);
    }
  }

  private Node line(Course.Line line) {
    FontIcon mark =
        new FontIcon(
            switch (line.severity()) {
              case NOTE -> "mdi2i-information-outline";
              case LOSS -> "mdi2a-alert-outline";
              case ERROR -> "mdi2c-close-octagon-outline";
            });
    Label text = new Label(line.text());
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setAccessibleText(texts.get("severity." + line.severity()) + ": " + line.text());
    HBox row = new HBox(mark, text);
    row.getStyleClass().addAll("course-line", style(line.severity()));
    return row;
  }

  private static String style(Severity severity) {
    return switch (severity) {
      case NOTE -> "course-note";
      case LOSS -> "course-loss";
      case ERROR -> "course-error";
    };
  }
}
