package org.maskwright.app.session;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.data.image.pyramid.ImageOpener;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.RunningProgram;
import org.maskwright.data.project.Workplace;

/** A project with small photos that is open in a window nobody sees. */
public final class OpenProject implements AutoCloseable {

  public static final int WIDTH = 8;
  public static final int HEIGHT = 4;

  private final List<Exception> failures = new ArrayList<>();
  private final Project project;
  private final ProjectSession session;
  private boolean closed;

  /** A project of these classes over photos of these names. */
  public OpenProject(Path folder, List<String> classes, String... photos) throws IOException {
    Path place = Files.createDirectories(folder.resolve("photos"));
    for (String photo : photos) {
      ImageIO.write(
          new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB),
          "png",
          place.resolve(photo).toFile());
    }
    Workplace workplace =
        new Workplace(
            RealDisk.INSTANCE,
            folder.resolve("cache"),
            folder.resolve("spill"),
            "Kim",
            Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC),
            RunningProgram.current());
    project =
        Project.create(
            folder.resolve("project"),
            LabelScheme.ofNames(classes),
            List.of(new ImageRoot("photos", place)),
            workplace);
    SameThreadTasks tasks = new SameThreadTasks();
    ImageOpener images = new ImageOpener(folder.resolve("tiles"));
    session =
        new ProjectSession(
            project,
            new Backstage(tasks, tasks, tasks, images, Runnable::run),
            new Desktop.News(failures, new ArrayList<>()));
  }

  public Project project() {
    return project;
  }

  public ProjectSession session() {
    return session;
  }

  /** What went wrong so far. */
  public List<Exception> failures() {
    return failures;
  }

  public ImageId id(String photo) {
    return new ImageId("photos", photo, 0);
  }

  /** Gives a photo a mask whose pixels all have this label. */
  public void label(String photo, int label, ImageState state) throws IOException {
    LabelMask mask = new LabelMask(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        mask.set(x, y, label, Provenance.of(Provenance.Kind.BRUSH));
      }
    }
    project.masks().write(id(photo), mask, state);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      session.close(() -> {});
    }
  }
}
