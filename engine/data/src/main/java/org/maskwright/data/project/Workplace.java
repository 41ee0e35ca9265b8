package org.maskwright.data.project;

import java.nio.file.Path;
import java.time.Clock;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.program.UserFolders;

/**
 * Who works, on which disk, by which clock, in which program.
 *
 * @param cache the user's own folder for what may be lost
 * @param spill the user's own folder for strokes that a project's place does not take
 * @param author signs changes
 */
public record Workplace(
    Disk disk, Path cache, Path spill, String author, Clock clock, RunningProgram program) {

  public static Workplace current() {
    return new Workplace(
        RealDisk.INSTANCE,
        UserFolders.current().cache(),
        UserFolders.current().data().resolve("spill"),
        System.getProperty("user.name", "unknown"),
        Clock.systemUTC(),
        RunningProgram.current());
  }
}
