package org.maskwright.app.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.maskwright.app.WorkbenchApp;
import org.maskwright.app.canvas.ImageCanvas;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;

/** Measures, in the real window, going from image to image and scrolling a long list. */
final class WindowBench {

  private static final int PHOTOS = 24;
  private static final int LINES = 100_000;
  private static final int IN_FOLDER = 1000;
  private static final int TURNS = 10;

  /** Time for the neighbours to be decoded ahead, as while a person looks at an image. */
  private static final long LOOKING_MILLIS = 2500;

  private static final double LINES_A_FRAME = 170;

  private final BenchReport report;
  private final Path folder;

  WindowBench(BenchReport report, Path folder) {
    this.report = report;
    this.folder = folder;
  }

  /** Goes from one image of 12 million pixels to the other. */
  void photos() throws IOException, InterruptedException, ExecutionException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    BufferedImage picture = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        picture.setRGB(x, y, x * x + y * y >> 12 << 8 | (x ^ y) & 0x3F);
      }
    }
    Path first = photos.resolve("0.jpg");
    ImageIO.write(picture, "jpg", first.toFile());
    for (int i = 1; i < PHOTOS; i++) {
      Files.copy(first, photos.resolve(i + ".jpg"));
    }
    open(photos);
    ImageCanvas canvas = (ImageCanvas) find("#canvas");
    ListView<?> list = (ListView<?>) find("#images");
    await(() -> canvas.image().isPresent());
    long[] clicks = new long[TURNS];
    long[] keys = new long[TURNS];
    for (int i = 0; i < TURNS; i++) {
      int line = 2 + i * 11 % (PHOTOS - 3);
      Thread.sleep(LOOKING_MILLIS);
      clicks[i] = until(canvas, () -> list.getSelectionModel().select(line));
      Thread.sleep(LOOKING_MILLIS);
      keys[i] = until(canvas, () -> press(canvas, KeyCode.D));
    }
    report.times("12 MP JPEG", "click to image", Figures.of(clicks), 1000);
    report.times("12 MP JPEG", "D to image", Figures.of(keys), 150);
  }

  /** Scrolls a list of a hundred thousand images. */
  void list() throws IOException, InterruptedException, ExecutionException {
    Path photos = Files.createDirectories(folder.resolve("many"));
    BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < LINES / IN_FOLDER; i++) {
      Path inside = Files.createDirectory(photos.resolve(String.valueOf(i)));
      Path first = inside.resolve("0.png");
      ImageIO.write(picture, "png", first.toFile());
      for (int k = 1; k < IN_FOLDER; k++) {
        Files.createLink(inside.resolve(k + ".png"), first);
      }
    }
    open(photos);
    ImageCanvas canvas = (ImageCanvas) find("#canvas");
    ListView<?> list = (ListView<?>) find("#images");
    long opened = System.nanoTime();
    await(() -> canvas.image().isPresent());
    long[] first = {System.nanoTime() - opened};
    report.times(LINES + " images", "first image while they are listed", Figures.of(first), 3000);
    await(() -> list.getItems().size() >= LINES);
    VirtualFlow<?> flow = (VirtualFlow<?>) find("#images .virtual-flow");
    long[] frames = new FrameClock(40, 400).time(turn -> flow.scrollPixels(LINES_A_FRAME));
    report.times(LINES + " images", "scroll", Figures.of(frames), 33);
  }

  private void open(Path photos) throws IOException, InterruptedException, ExecutionException {
    Path home = folder.resolve(photos.getFileName() + " masks");
    LabelScheme scheme = LabelScheme.ofNames(List.of("background", "road"));
    ImageRoot root = new ImageRoot("photos", photos);
    Project.create(home, scheme, List.of(root), Workplace.current()).close();
    Thread window =
        new Thread(() -> Application.launch(WorkbenchApp.class, home.toString()), "window");
    window.setDaemon(true);
    window.start();
    while (Window.getWindows().isEmpty()) {
      Thread.sleep(10);
    }
    await(() -> lookup("#canvas").isPresent() && lookup("#images").isPresent());
  }

  private static long until(ImageCanvas canvas, Runnable action) throws InterruptedException {
    var before = canvas.image().orElseThrow();
    return FrameClock.timeOnce(
        action, () -> canvas.image().filter(shown -> shown != before).isPresent());
  }

  private static void press(Node target, KeyCode code) {
    for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      Event.fireEvent(target, new KeyEvent(type, "", "", code, false, false, false, false));
    }
  }

  private static Node find(String selector) throws InterruptedException, ExecutionException {
    return CanvasBench.onToolkit(() -> lookup(selector).orElseThrow());
  }

  private static Optional<Node> lookup(String selector) {
    return Window.getWindows().stream()
        .map(window -> window.getScene().lookup(selector))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static void await(BooleanSupplier condition)
      throws InterruptedException, ExecutionException {
    while (!CanvasBench.onToolkit(condition::getAsBoolean)) {
      Thread.sleep(10);
    }
  }
}
