package org.maskwright.data.project;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maskwright.data.edit.ProjectEdits;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.IntensitySampler;
import org.maskwright.data.image.IntensityWindow;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/**
 * An open project: its classes, its image folders, its masks and its settings. A folder in the VOC
 * layout opens too, read-only, until somebody says where its project is to live.
 */
public final class Project implements Closeable {

  private final ProjectFolder folder;
  private final Workplace workplace;
  private final WriteAccess access;
  private final ProjectFile file;
  private final MaskStore masks;
  private final ImageList images;
  private final OpenMasks open;
  private volatile ProjectContent content;

  private Project(
      ProjectFolder folder,
      Workplace workplace,
      WriteAccess access,
      ProjectFile file,
      ProjectContent content) {
    this.folder = folder;
    this.file = file;
    this.workplace = workplace;
    this.access = access;
    this.content = content;
    this.masks = new MaskStore(folder, workplace, this::roots, access);
    this.images = new ImageList(folder, workplace, this::roots);
    this.open = new OpenMasks(folder, workplace, masks, access);
    masks.onChange(images::update);
  }

  /** Creates a project in a folder that has none, and opens it. */
  public static Project create(
      Path home, LabelScheme scheme, List<ImageRoot> roots, Workplace workplace)
      throws IOException {
    return create(
        home, new ProjectContent(scheme, Roots.of(roots), ProjectSettings.DEFAULT), workplace);
  }

  /** Gives a VOC folder a project that keeps its own files in a folder of the person's choice. */
  public static Project createForVoc(Path voc, Path home, Workplace workplace) throws IOException {
    return create(home, VocFolder.content(voc.toAbsolutePath().normalize()), workplace);
  }

  private static Project create(Path home, ProjectContent content, Workplace workplace)
      throws IOException {
    ProjectFolder folder = new ProjectFolder(home);
    if (Files.exists(folder.projectFile())) {
      throw DataException.of(ProjectProblem.ALREADY_A_PROJECT, folder.home());
    }
    workplace.disk().createFolders(folder.home());
    ProjectLock lock = ProjectLock.acquire(folder, workplace);
    try {
      Project project = new Project(folder, workplace, lock, file(folder, workplace), content);
      project.store(content);
      return project;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens a project for writing. A VOC folder without a project opens read-only.
   *
   * @throws ProjectLockedException if another program has it; it says who
   */
  public static Project open(Path home, Workplace workplace) throws IOException {
    ProjectFolder folder = new ProjectFolder(home);
    if (!workplace.disk().exists(folder.projectFile())) {
      return openVoc(folder, workplace);
    }
    ProjectLock lock = ProjectLock.acquire(folder, workplace);
    try {
      ProjectFile file = file(folder, workplace);
      return new Project(folder, workplace, lock, file, file.read());
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /** Opens a project to look at it; nothing is locked and nothing is changed. */
  public static Project openReadOnly(Path home, Workplace workplace) throws IOException {
    ProjectFolder folder = new ProjectFolder(home);
    if (!workplace.disk().exists(folder.projectFile())) {
      return openVoc(folder, workplace);
    }
    WriteAccess none = WriteAccess.refused(ProjectProblem.READ_ONLY, folder.home());
    ProjectFile file = file(folder, workplace);
    return new Project(folder, workplace, none, file, file.read());
  }

  /** Removes the lock of a program that has probably died; one that lives is left alone. */
  public static void breakLock(Path home, Workplace workplace) throws IOException {
    ProjectLock.breakAbandoned(new ProjectFolder(home), workplace);
  }

  private static ProjectFile file(ProjectFolder folder, Workplace workplace) {
    return new ProjectFile(workplace.disk(), folder, ProjectMigration.TO_CURRENT);
  }

  private static Project openVoc(ProjectFolder folder, Workplace workplace) throws IOException {
    if (!Files.isDirectory(folder.home())) {
      throw DataException.of(ProjectProblem.NOT_A_FOLDER, folder.home());
    }
    if (!VocFolder.isOne(folder.home())) {
      throw DataException.of(ProjectProblem.NOT_A_PROJECT, folder.home());
    }
    WriteAccess none = WriteAccess.refused(ProjectProblem.NO_HOME, folder.home());
    ProjectContent content = VocFolder.content(folder.home());
    return new Project(folder, workplace, none, file(folder, workplace), content);
  }

  public ProjectFolder folder() {
    return folder;
  }

  public boolean isReadOnly() {
    return !access.isGranted();
  }

  /**
   * Since when a program had the project open that died over it; empty if the last one ended as it
   * should. Masks that it edited may have strokes in their journals only.
   */
  public Optional<Instant> leftOpenSince() {
    return access.leftOpenSince();
  }

  /** Who works on it, on which disk. */
  public Workplace workplace() {
    return workplace;
  }

  /** Refuses with the reason if nothing may be written. */
  public void checkWritable() throws IOException {
    access.check();
  }

  public LabelScheme scheme() {
    return content.scheme();
  }

  public Roots roots() {
    return content.roots();
  }

  public ProjectSettings settings() {
    return content.settings();
  }

  public MaskStore masks() {
    return masks;
  }

  /** Replaces the classes by a changed version of them. */
  public synchronized void changeScheme(LabelScheme changed) throws IOException {
    store(content.withScheme(changed));
  }

  public synchronized void addRoot(ImageRoot root) throws IOException {
    store(content.withRoots(roots().with(root)));
  }

  /** Says that the images of a root are in another folder now. */
  public synchronized void moveRoot(String name, Path to) throws IOException {
    if (!Files.isDirectory(to)) {
      throw DataException.of(ProjectProblem.NOT_A_FOLDER, to);
    }
    store(content.withRoots(roots().moved(name, to)));
  }

  /** Says how the images of a root become colours, for eyes and networks alike. */
  public synchronized void changeImageSettings(String root, ImageSettings settings)
      throws IOException {
    store(content.withRoots(roots().seen(root, settings)));
  }

  /**
   * Proposes the window for the 16-bit images of a root, from a sample of those that are known. It
   * changes nothing.
   */
  public IntensityWindow proposeWindow(String root, Progress progress) throws IOException {
    List<ImageId> known =
        images.entries().stream()
            .map(ImageEntry::image)
            .filter(image -> image.root().equals(root))
            .toList();
    List<ImageRef> sample = new ArrayList<>();
    for (ImageId image : IntensitySampler.sample(known)) {
      sample.add(roots().imageRef(image));
    }
    return IntensitySampler.propose(sample, roots().get(root).image(), progress);
  }

  public synchronized void changeSettings(ProjectSettings changed) throws IOException {
    store(content.withSettings(changed));
  }

  private void store(ProjectContent changed) throws IOException {
    access.check();
    file.write(changed);
    content = changed;
  }

  /** Masks that are open for painting. */
  public OpenMasks open() {
    return open;
  }

  /**
   * Commands over many masks that are undone as one. None of those masks may be open meanwhile.
   *
   * @param locked classes that no command touches
   */
  public ProjectEdits edits(Set<Integer> locked) throws IOException {
    return open.edits(this::roots, locked);
  }

  /** The list of the project's images. */
  public ImageList images() {
    return images;
  }

  /** All images that lie in the project's folders now, in order. */
  public List<ImageId> images(Progress progress) throws IOException {
    images.rescan(progress);
    return images.entries().stream().map(ImageEntry::image).toList();
  }

  @Override
  public void close() throws IOException {
    open.close(settings().maxJournalBytes());
    images.close();
    access.close();
  }
}
