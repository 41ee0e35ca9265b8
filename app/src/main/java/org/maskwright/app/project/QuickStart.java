package org.maskwright.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;

/** Opens one photo without any question: its project is made beside its folder, or found there. */
public final class QuickStart {

  private static final List<String> CLASSES = List.of("background", "object");

  private final Workplace workplace;
  private final Path elsewhere;

  /**
   * A quick start.
   *
   * @param elsewhere where projects are kept if nothing may be written beside the photo's folder
   */
  public QuickStart(Workplace workplace, Path elsewhere) {
    this.workplace = workplace;
    this.elsewhere = elsewhere;
  }

  /** The project, and the photo in it. */
  public record Started(Project project, ImageId photo) {}

  /** Opens the project that has this photo, or makes one. */
  public Started open(Path photo) throws IOException {
    Path file = photo.toAbsolutePath().normalize();
    List<ImageRef> images = ImageProbe.images(file);
    Path folder = file.resolveSibling("").toAbsolutePath().normalize();
    Project project = project(folder);
    String root = root(project, folder).orElseGet(() -> Placement.rootName(folder));
    return new Started(
        project, ImageId.of(root, String.valueOf(file.getFileName()), images.get(0).page()));
  }

  private Project project(Path folder) throws IOException {
    for (Path home : List.of(Placement.first(folder), inside(folder))) {
      if (Files.exists(home.resolve("project.json"))) {
        Project known = Project.open(home, workplace);
        if (root(known, folder).isPresent()) {
          return known;
        }
        known.close();
      }
    }
    Path beside = Placement.beside(folder);
    boolean free = folder.getParent() != null && Files.isWritable(folder.getParent());
    return create(free ? beside : Placement.beside(elsewhere.resolve(name(folder))), folder);
  }

  private Path inside(Path folder) {
    return Placement.first(elsewhere.resolve(name(folder)));
  }

  private static String name(Path folder) {
    return Placement.rootName(folder);
  }

  private static Optional<String> root(Project project, Path folder) {
    return project.roots().all().stream()
        .filter(root -> root.folder().equals(folder))
        .map(ImageRoot::name)
        .findFirst();
  }

  private Project create(Path home, Path folder) throws IOException {
    return Project.create(
        home,
        LabelScheme.ofNames(CLASSES),
        List.of(new ImageRoot(name(folder), folder)),
        workplace);
  }
}
