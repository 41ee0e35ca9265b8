package org.maskwright.data.project;

import java.nio.file.Path;
import java.util.Optional;
import org.maskwright.data.image.ImageSettings;

/**
 * A folder of images under a name that stays when the folder moves. Nothing is ever written there.
 *
 * @param givenMasks a folder of masks that came with the images, named like them; read until the
 *     project has a mask of its own
 * @param image how all of its images become colours, whoever looks at them
 */
public record ImageRoot(String name, Path folder, Optional<Path> givenMasks, ImageSettings image) {

  public ImageRoot {
    folder = folder.toAbsolutePath().normalize();
    givenMasks = givenMasks.map(masks -> masks.toAbsolutePath().normalize());
  }

  public ImageRoot(String name, Path folder) {
    this(name, folder, Optional.empty());
  }

  public ImageRoot(String name, Path folder, Optional<Path> givenMasks) {
    this(name, folder, givenMasks, ImageSettings.DEFAULT);
  }

  ImageRoot at(Path elsewhere) {
    return new ImageRoot(name, elsewhere, givenMasks, image);
  }

  ImageRoot with(ImageSettings changed) {
    return new ImageRoot(name, folder, givenMasks, changed);
  }
}
