package org.maskwright.data.project;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.Disk;
import org.maskwright.data.label.LabelMask;

/** Keeps masks that lost against another copy, so that a wrong choice can be taken back. */
final class SetAside {

  private final Disk disk;
  private final Path folder;

  SetAside(Disk disk, Path folder) {
    this.disk = disk;
    this.folder = folder;
  }

  /** Keeps a label file as it is; returns where. */
  Path put(ImageId image, byte[] labels) throws IOException {
    Path file = free(image);
    disk.createFolders(file.resolveSibling(""));
    AtomicFile.write(disk, file, labels);
    return file;
  }

  /** Keeps a mask with its provenance; returns where its labels are. */
  Path put(ImageId image, LabelMask mask) throws IOException {
    EncodedMask encoded = new EncodedMask(mask);
    Path labels = put(image, encoded.labels());
    AtomicFile.write(disk, MaskPaths.with(labels, MaskPaths.PROVENANCE), encoded.provenance());
    return labels;
  }

  private Path free(ImageId image) {
    Path stem = MaskPaths.stem(folder, image);
    int number = 1;
    Path file;
    do {
      file = MaskPaths.with(stem, "." + number++ + MaskPaths.LABELS);
    } while (disk.exists(file));
    return file;
  }
}
