package org.maskwright.data.project;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder of images under a name that stays when the folder moves. Nothing is ever written there.
 *
 * @param givenMasks a folder of masks that came with the images, named like them; read until the
 *     project has a mask of its own
 */
public record ImageRoot(String name, Path folder, Optional<Path> givenMasks) {

  public ImageRoot {
    folder = folder.toAbsolutePath().normalize();
    givenMasks = givenMasks.map(masks -> masks.toAbsolutePath().normalize());
  }

  public ImageRoot(String name, Path folder) {
    this(name, folder, Optional.empty());
  }
}
