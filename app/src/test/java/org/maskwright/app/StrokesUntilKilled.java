package org.maskwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.session.Settings;
import org.maskwright.data.program.UserFolders;

/** A process with a window that paints, begins one more stroke, and waits to be killed. */
final class StrokesUntilKilled {

  static final int COMPLETE = 3;
  static final String MID_STROKE = "in the middle of a stroke";

  private static final int FIRST_ROW = 15;
  private static final int ROWS_APART = 24;
  private static final int SMALL_BRUSH = 3;

  private StrokesUntilKilled() {}

  public static void main(String[] arguments) {
    Application.launch(PaintingWindow.class, arguments);
  }

  /** The row of the image on which a stroke lies. */
  static int row(int stroke) {
    return FIRST_ROW + stroke * ROWS_APART;
  }

  /** Apart from the entry, as the window's own is: see {@link Launcher}. */
  public static final class PaintingWindow extends Application {

    @Override
    public void start(Stage stage) throws IOException {
      Path project = Path.of(getParameters().getUnnamed().get(0));
      Path user = Files.createTempDirectory("killed");
      Services services =
          new Services(
              new UserFolders(user.resolve("data"), user.resolve("cache"), user.resolve("logs")));
      Settings first = services.settings().get();
      services
          .settings()
          .set(first.withTools(first.defaults().tools().withBrushRadius(SMALL_BRUSH)));
      Workbench workbench =
          new Workbench(services, Answers.nobody(), new Desk(() -> {}, opened -> {}));
      stage.setScene(workbench.scene());
      stage.show();
      workbench.model().open(project);
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          Optional<Node> canvas = Optional.ofNullable(stage.getScene().lookup("#canvas"));
          if (workbench.shownImage().isPresent() && canvas.filter(c -> isLaidOut(c)).isPresent()) {
            stop();
            paint(canvas.get());
          }
        }
      }.start();
    }
  }

  private static boolean isLaidOut(Node canvas) {
    return canvas.getBoundsInLocal().getWidth() > RobotWindow.WIDTH;
  }

  private static void paint(Node canvas) {
    Bounds view = canvas.localToScene(canvas.getBoundsInLocal());
    // A small image is shown pixel by pixel, in the middle.
    double left = view.getCenterX() - RobotWindow.WIDTH / 2.0;
    double top = view.getCenterY() - RobotWindow.HEIGHT / 2.0;
    BiConsumer<EventType<MouseEvent>, double[]> mouse =
        (type, at) -> fire(canvas, type, left + at[0], top + at[1]);
    for (int stroke = 0; stroke <= COMPLETE; stroke++) {
      double y = row(stroke) + 0.5;
      mouse.accept(MouseEvent.MOUSE_PRESSED, new double[] {20, y});
      mouse.accept(MouseEvent.MOUSE_DRAGGED, new double[] {RobotWindow.WIDTH - 20.0, y});
      if (stroke < COMPLETE) {
        mouse.accept(MouseEvent.MOUSE_RELEASED, new double[] {RobotWindow.WIDTH - 20.0, y});
      }
    }
    System.out.println(MID_STROKE);
    System.out.flush();
  }

  private static void fire(Node canvas, EventType<MouseEvent> type, double x, double y) {
    boolean down = type != MouseEvent.MOUSE_RELEASED;
    MouseEvent event =
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            true,
            false,
            true,
            null);
    Event.fireEvent(canvas, event);
  }
}
