package org.maskwright.data.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;

/**
 * A project's own file. Before a file of an older version is replaced for the first time, a copy of
 * it is put beside it, such as {@code project.v1.json}, for whoever has to go back.
 */
final class ProjectFile {

  private final Disk disk;
  private final ProjectFolder folder;
  private final ProjectMigration migration;
  private int version;

  ProjectFile(Disk disk, ProjectFolder folder, ProjectMigration migration) {
    this.disk = disk;
    this.folder = folder;
    this.migration = migration;
    this.version = migration.target();
  }

  ProjectContent read() throws IOException {
    JsonObject json = JsonFile.read(disk, folder.projectFile(), ProjectContentJson.MAX_BYTES);
    JsonObject current = migration.migrate(json);
    version = SchemaVersion.check(json, migration.target());
    return ProjectContentJson.read(current, folder.home());
  }

  void write(ProjectContent content) throws IOException {
    if (version < migration.target()) {
      keep(disk.read(folder.projectFile()));
    }
    JsonFile.write(
        disk,
        folder.projectFile(),
        ProjectContentJson.write(content, folder.home(), migration.target()));
    version = migration.target();
  }

  /** An older copy stays too: somebody may have gone back before and worked on. */
  private void keep(byte[] old) throws IOException {
    Path copy = folder.oldProjectFile(version, 1);
    for (int number = 2; disk.exists(copy); number++) {
      if (Arrays.equals(disk.read(copy), old)) {
        return;
      }
      copy = folder.oldProjectFile(version, number);
    }
    AtomicFile.write(disk, copy, old);
  }
}
