package org.maskwright.data.click;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;

/** The objects of a project that were begun and not accepted yet, one at most for each image. */
public final class ClickDrafts {

  static final long MAX_BYTES = 1 << 20;

  private final Project project;

  public ClickDrafts(Project project) {
    this.project = project;
  }

  /** The image's draft, if it has one. */
  public Optional<ClickDraft> read(ImageId image) throws IOException {
    Path file = file(image);
    return disk().exists(file)
        ? ClickDraftJson.read(image, JsonFile.read(disk(), file, MAX_BYTES))
        : Optional.empty();
  }

  /** Keeps a draft in the place of an earlier one. */
  public void keep(ImageId image, ClickDraft draft) throws IOException {
    project.checkWritable();
    disk().createFolders(project.folder().drafts());
    JsonFile.write(disk(), file(image), ClickDraftJson.write(image, draft));
  }

  /** The image has no draft any more. */
  public void forget(ImageId image) throws IOException {
    project.checkWritable();
    Path file = file(image);
    if (disk().exists(file)) {
      disk().deleteIfExists(file);
      disk().syncFolder(Objects.requireNonNull(file.getParent(), "a draft lies in a folder"));
    }
  }

  private Path file(ImageId image) {
    byte[] name = image.toString().getBytes(StandardCharsets.UTF_8);
    return project.folder().drafts().resolve(Sha256.of(name) + ".json");
  }

  private Disk disk() {
    return project.workplace().disk();
  }
}
