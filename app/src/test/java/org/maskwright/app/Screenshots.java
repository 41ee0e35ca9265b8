package org.maskwright.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.maskwright.app.canvas.ImageCanvas;
import org.maskwright.app.engine.BuiltEngine;
import org.maskwright.app.session.Settings;
import org.maskwright.app.session.SettingsStore;
import org.maskwright.data.format.FolderTree;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.program.UserFolders;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.task.Progress;
import org.maskwright.samples.SampleProject;
import org.maskwright.samples.SampleWriter;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes pictures of every view, in both themes, from the real window over a sample project. It is
 * no test: {@code docs/screenshots/make} runs it.
 */
class Screenshots {

  private static final int MOST_BYTES = 290_000;

  /** What a view needs after its last change: thumbnails, sheets that slide in. */
  private static final long SETTLING_MILLIS = 1500;

  /** The place of an image without a mask in the list. */
  private static final int UNLABELLED = 57;

  private final Path target = Path.of(System.getProperty("maskwright.screenshots", "target/shots"));

  /** Its name is seen in the pictures. */
  private final Path folder =
      Path.of(System.getProperty("java.io.tmpdir"), "Maskwright", "countryside");

  @Test
  void takeThemAll() throws Exception {
    Files.createDirectories(target);
    UserFolders user = UserFolders.current();
    // Of a time that was broken off.
    FolderTree.delete(folder);
    Path home =
        SampleWriter.write(SampleProject.COUNTRYSIDE, folder, Workplace.current(), Progress.NONE);
    Settings settings = Settings.first(Locale.ENGLISH).withOpened(home, Instant.now());
    new SettingsStore(RealDisk.INSTANCE, user.data()).save(settings);
    // The window then starts the engine that was built with it.
    System.setProperty("maskwright.engine.classPath", BuiltEngine.command(user.data()).classPath());
    Thread window =
        new Thread(
            () -> Application.launch(WorkbenchApp.class, folder.resolve("photos").toString()));
    window.setDaemon(true);
    window.start();
    until(() -> !Window.getWindows().isEmpty() && lookup("#createProject").isPresent());
    take("new-project-dark");
    fire("#theme");
    take("new-project-light");
    fire("#theme");
    for (String theme : new String[] {"dark", "light"}) {
      views(theme);
      fire("#theme");
    }
    FolderTree.delete(folder);
  }

  private void views(String theme) throws Exception {
    fire("#home");
    until(() -> lookup(".recent-open").isPresent());
    take("start-" + theme);
    fire(".recent-open");
    until(() -> lookup("#canvas").isPresent());
    until(() -> ((ImageCanvas) find("#canvas")).image().isPresent());
    select(1);
    WaitForAsyncUtils.asyncFx(() -> ((Slider) find("#opacity")).setValue(0.4)).get();
    until(
        () ->
            lookup("#engine").map(sign -> ((Labeled) sign).getText()).orElse("").endsWith("ready"));
    until(() -> !find("#notice").isVisible());
    take("workbench-" + theme);
    press(KeyCode.F2, false);
    take("compare-" + theme);
    toggle("#layoutONE");
    clicks("clicks-" + theme);
    queue("queue-" + theme);
    sheet("train-" + theme, KeyCode.T, "#trainSentence");
    sheet("export-" + theme, KeyCode.E, "#export");
    sheet("import-" + theme, KeyCode.I, "#import");
    sheet("settings-" + theme, KeyCode.COMMA, "#settings");
    sheet("validate-" + theme, KeyCode.F8, "#validate");
  }

  private static void select(int image) throws Exception {
    WaitForAsyncUtils.asyncFx(
            () -> ((ListView<?>) find("#images")).getSelectionModel().select(image))
        .get();
    Thread.sleep(SETTLING_MILLIS);
  }

  /** An object of an image that nobody labelled, after one click, before it is accepted. */
  private void clicks(String name) throws Exception {
    select(UNLABELLED);
    press(KeyCode.S, false);
    press(KeyCode.DIGIT2, false);
    new FxRobot().clickOn(find("#canvas"));
    until(() -> ((Labeled) find("#pending")).getText().contains("Enter"));
    take(name);
    press(KeyCode.ESCAPE, false);
    press(KeyCode.B, false);
  }

  private void queue(String name) throws Exception {
    press(KeyCode.J, false);
    until(() -> lookup("#predictStart").isPresent());
    fire("#predictStart");
    until(() -> find("#predictStart").isVisible());
    until(() -> !((ListView<?>) find("#queueList")).getItems().isEmpty());
    take(name);
    press(KeyCode.J, false);
  }

  private void sheet(String name, KeyCode key, String shown) throws Exception {
    press(key, key != KeyCode.F8);
    until(() -> lookup(shown).isPresent());
    if (key == KeyCode.F8) {
      fire("#validate .accent");
      until(() -> !((ListView<?>) find("#issues")).getItems().isEmpty());
    }
    take(name);
    if (lookup("#closeSheet").isPresent()) {
      fire("#closeSheet");
    } else {
      press(KeyCode.ESCAPE, false);
    }
  }

  private static void press(KeyCode key, boolean control) throws Exception {
    WaitForAsyncUtils.asyncFx(
            () ->
                Event.fireEvent(
                    find("#canvas"),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false)))
        .get();
  }

  private static void fire(String button) throws Exception {
    WaitForAsyncUtils.asyncFx(() -> ((Button) find(button)).fire()).get();
  }

  private static void toggle(String button) throws Exception {
    WaitForAsyncUtils.asyncFx(() -> ((ToggleButton) find(button)).fire()).get();
  }

  private static Node find(String selector) {
    return lookup(selector).orElseThrow();
  }

  private static Optional<Node> lookup(String selector) {
    return Window.getWindows().stream()
        .map(window -> window.getScene().lookup(selector))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(300, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void take(String name) throws Exception {
    Thread.sleep(SETTLING_MILLIS);
    WritableImage picture =
        WaitForAsyncUtils.asyncFx(
                () -> {
                  Scene scene = Window.getWindows().get(0).getScene();
                  return scene.snapshot(null);
                })
            .get();
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] pixels = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    Files.write(target.resolve(name + ".png"), png(pixels, width, height));
  }

  /** As many shades of the photo as fit into a file that nobody waits for. */
  private static byte[] png(int[] pixels, int width, int height) throws IOException {
    byte[] written = new byte[0];
    for (int dropped = 0; dropped < 6 && (dropped == 0 || written.length > MOST_BYTES); dropped++) {
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < pixels.length; i++) {
        boolean flat = i > width && pixels[i] == pixels[i - 1] && pixels[i] == pixels[i - width];
        image.setRGB(i % width, i / width, flat ? pixels[i] : coarse(pixels[i], dropped));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      written = out.toByteArray();
    }
    return written;
  }

  private static int coarse(int rgb, int dropped) {
    int mask = 0xFF >> dropped << dropped;
    int half = dropped == 0 ? 0 : 1 << dropped - 1;
    int coarse = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int value = Math.min(255, ((rgb >> shift & 0xFF) & mask) + half);
      coarse = coarse << 8 | value;
    }
    return coarse;
  }
}
