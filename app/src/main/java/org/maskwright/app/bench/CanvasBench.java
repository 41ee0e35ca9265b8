package org.maskwright.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.journal.SyncThread;

/** Measures how fast images of two sizes are painted, moved and zoomed, in one and three views. */
final class CanvasBench {

  private static final List<Size> SIZES = List.of(new Size(4000, 3000), new Size(20_000, 15_000));
  private static final List<Integer> VIEWS = List.of(1, 3);
  private static final List<Double> ZOOMS = List.of(0.25, 1.0, 4.0);
  private static final List<Integer> RADII = List.of(10, 500);
  private static final int WARM_UP = 40;
  private static final int FRAMES = 200;

  private final BenchReport report;
  private final FrameClock clock = new FrameClock(WARM_UP, FRAMES);

  /** The sides of an image. */
  private record Size(int width, int height) {

    @Override
    public String toString() {
      return width + " x " + height;
    }
  }

  CanvasBench(BenchReport report) {
    this.report = report;
  }

  void run(Path folder) throws IOException, InterruptedException, ExecutionException {
    for (Size size : SIZES) {
      measure(size, folder);
    }
  }

  private void measure(Size size, Path folder)
      throws IOException, InterruptedException, ExecutionException {
    long start = System.nanoTime();
    try (SyncThread sync = new SyncThread();
        PixelSource image = BenchImage.open(folder, size.width(), size.height());
        MaskDocument document = new BlankMask(size.width(), size.height()).open(folder, sync)) {
      report.line(
          "%s, drawn and opened in %.1f s", size.toString(), (System.nanoTime() - start) / 1e9);
      report.heading();
      for (int views : VIEWS) {
        CanvasStage stage = onToolkit(() -> new CanvasStage(image, document, views));
        onToolkit(shown(stage::show));
        String where = size + ", " + views + (views == 1 ? " view" : " views");
        measure(stage, where);
        report.memory(where, ProgramMemory.now());
        onToolkit(shown(stage::close));
      }
    }
  }

  private void measure(CanvasStage stage, String where)
      throws InterruptedException, ExecutionException {
    for (double zoom : ZOOMS) {
      String place = "%s, zoom %s".formatted(where, zoom);
      onToolkit(shown(() -> stage.zoomTo(zoom)));
      for (int radius : RADII) {
        stage.takeBrush(radius);
        time(place, "dab, radius " + radius, 16, stage::dab);
      }
      if (stage.canPan()) {
        time(place, "pan", 33, stage::pan);
      }
      time(place, "zoom", 33, stage::zoom);
    }
  }

  private void time(String place, String what, double goal, IntConsumer action)
      throws InterruptedException {
    report.times(place, what, Figures.of(clock.time(action)), goal);
  }

  private static Callable<Boolean> shown(Runnable work) {
    return () -> {
      work.run();
      return true;
    };
  }

  static <T> T onToolkit(Callable<T> work) throws InterruptedException, ExecutionException {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }
}
