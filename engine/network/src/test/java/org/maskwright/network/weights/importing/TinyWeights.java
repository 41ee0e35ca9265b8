package org.maskwright.network.weights.importing;

import java.io.IOException;
import java.nio.file.Path;

/** Files of weights for tests that are not about how they are read. */
public final class TinyWeights {

  private TinyWeights() {}

  /** A narrow VGG16 as torchvision names its layers. */
  public static Path vgg(Path folder) throws IOException {
    return VggImportTest.torchvisionFile().write(folder);
  }
}
