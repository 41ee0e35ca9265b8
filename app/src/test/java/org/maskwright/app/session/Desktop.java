package org.maskwright.app.session;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.edit.Stroke;
import org.maskwright.data.image.pyramid.ImageOpener;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.region.Runs;

/** A session over a small project on a real disk, in which everything happens at once. */
public final class Desktop {

  public static final int WIDTH = 8;
  public static final int HEIGHT = 6;

  private final News news;
  private final Path folder;
  private final Disk disk;
  private ProjectSession session;

  private Desktop(News news, Path folder, Disk disk, ProjectSession session) {
    this.news = news;
    this.folder = folder;
    this.disk = disk;
    this.session = session;
  }

  /** A project with so many photos, named 1.png, 2.png and so on, the first one on show. */
  public static Desktop with(Path folder, int photos) throws IOException {
    return with(folder, photos, RealDisk.INSTANCE);
  }

  /** The same on another disk. */
  public static Desktop with(Path folder, int photos, Disk disk) throws IOException {
    Path root = Files.createDirectories(folder.resolve("photos"));
    for (int i = 1; i <= photos; i++) {
      BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
      ImageIO.write(photo, "png", root.resolve(i + ".png").toFile());
    }
    Project.create(
            folder.resolve("home"),
            LabelScheme.ofNames(List.of("background", "crack")),
            List.of(new ImageRoot("photos", root)),
            workplace(folder, disk))
        .close();
    return open(folder, disk);
  }

  private static Desktop open(Path folder, Disk disk) throws IOException {
    News news = new News(new ArrayList<>(), new ArrayList<>());
    SameThreadTasks tasks = new SameThreadTasks();
    Project project = Project.open(folder.resolve("home"), workplace(folder, disk));
    ImageOpener images = new ImageOpener(folder.resolve("tiles"));
    Backstage backstage = new Backstage(tasks, tasks, tasks, images, Runnable::run);
    ProjectSession session = new ProjectSession(project, backstage, news);
    session.refresh();
    return new Desktop(news, folder, disk, session);
  }

  /** What a person was told. */
  public record News(List<Exception> failures, List<Recovered> found) implements SessionWatch {

    @Override
    public void failed(Exception reason) {
      failures.add(reason);
    }

    @Override
    public void trouble(Optional<Problem> problem) {}

    @Override
    public void recovered(List<Recovered> back) {
      found.addAll(back);
    }
  }

  public News news() {
    return news;
  }

  private static Workplace workplace(Path folder, Disk disk) {
    Workplace here = Workplace.current();
    return new Workplace(
        disk,
        folder.resolve("cache"),
        folder.resolve("spill"),
        "Kim",
        here.clock(),
        here.program());
  }

  public ProjectSession session() {
    return session;
  }

  public ImageId image(int number) {
    return new ImageId("photos", number + ".png", 0);
  }

  public OpenImage shown() {
    return session.currentProperty().get().orElseThrow();
  }

  public MaskDocument document() {
    return shown().document().orElseThrow();
  }

  /** Paints a rectangle of the image on show with the first class after the background. */
  public void paint(Region region) throws IOException {
    Stroke stroke = document().begin(StepKind.BRUSH, "crack");
    Provenance brush = Provenance.of(Provenance.Kind.BRUSH);
    stroke.paint(Runs.rectangle(region), 1, brush, PaintRule.EVERYWHERE);
    stroke.end();
  }

  /** Closes the project and opens it again, as on another day. */
  public void reopen() throws IOException {
    session.close(() -> {});
    session = open(folder, disk).session;
  }
}
