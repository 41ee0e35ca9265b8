package org.maskwright.data.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.format.voc.VocLayout;
import org.maskwright.data.format.voc.VocNames;

/** A folder in the layout of the VOC challenge, seen as a project without being written into. */
final class VocFolder {

  private VocFolder() {}

  static boolean isOne(Path folder) {
    return Files.isDirectory(folder.resolve(VocLayout.IMAGES));
  }

  static ProjectContent content(Path folder) throws IOException {
    Path masks = folder.resolve(VocLayout.CLASSES);
    ImageRoot root =
        new ImageRoot(
            VocLayout.IMAGES,
            folder.resolve(VocLayout.IMAGES),
            Optional.of(masks).filter(Files::isDirectory));
    return new ProjectContent(
        VocNames.scheme(folder), Roots.of(List.of(root)), ProjectSettings.DEFAULT);
  }
}
