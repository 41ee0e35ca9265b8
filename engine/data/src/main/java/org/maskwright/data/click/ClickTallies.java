package org.maskwright.data.click;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.SchemaVersion;

/** How many clicks and seconds the objects of a project took, kept with it. */
public final class ClickTallies {

  static final long MAX_BYTES = 1 << 16;

  private static final int SCHEMA = 1;
  private static final long MOST = 1L << 50;

  private final Project project;

  public ClickTallies(Project project) {
    this.project = project;
  }

  public ClickTally read() throws IOException {
    Path file = project.folder().clickTally();
    if (!disk().exists(file)) {
      return ClickTally.NONE;
    }
    JsonObject json = JsonFile.read(disk(), file, MAX_BYTES);
    SchemaVersion.check(json, SCHEMA);
    long objects = json.integer("objects", 0, MOST);
    long clicks = json.integer("clicks", 0, MOST);
    return new ClickTally(objects, clicks, Math.max(0, json.number("seconds")));
  }

  public void keep(ClickTally tally) throws IOException {
    project.checkWritable();
    disk().createFolders(project.folder().machinery());
    JsonFile.write(
        disk(),
        project.folder().clickTally(),
        JsonFile.newObject()
            .put("schema", SCHEMA)
            .put("objects", tally.objects())
            .put("clicks", tally.clicks())
            .put("seconds", tally.seconds()));
  }

  private Disk disk() {
    return project.workplace().disk();
  }
}
