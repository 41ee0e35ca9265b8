package org.maskwright.network.command;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maskwright.data.format.FolderTree;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.ProjectFolder;
import org.maskwright.data.project.ProjectProblem;
import org.maskwright.data.project.Workplace;

/** A project made for an import. If nothing came into it, it goes again when it is closed. */
final class NewProject implements Closeable {

  private final Project project;
  private final boolean homeWasThere;

  private NewProject(Project project, boolean homeWasThere) {
    this.project = project;
    this.homeWasThere = homeWasThere;
  }

  static NewProject create(Path home, Path images, Workplace workplace) throws IOException {
    if (!Files.isDirectory(images)) {
      throw DataException.of(ProjectProblem.NOT_A_FOLDER, images);
    }
    boolean there = Files.exists(home);
    LabelScheme scheme = LabelScheme.ofNames(List.of("background"));
    ImageRoot root = new ImageRoot("images", images);
    return new NewProject(Project.create(home, scheme, List.of(root), workplace), there);
  }

  Project project() {
    return project;
  }

  @Override
  public void close() throws IOException {
    project.close();
    ProjectFolder folder = project.folder();
    if (!Files.exists(folder.masks())) {
      FolderTree.delete(folder.machinery());
      Files.deleteIfExists(folder.projectFile());
      if (!homeWasThere) {
        Files.delete(folder.home());
      }
    }
  }
}
