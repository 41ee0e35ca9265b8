package org.maskwright.network.weights.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of weights for tests that are not about how they are read. */
public final class TinyWeights {

  private TinyWeights() {}

  /** A narrow VGG16 as torchvision names its layers. */
  public static Path vgg(Path folder) throws IOException {
    return VggImportTest.torchvisionFile().write(folder);
  }

  /** A narrow FCN-8s of three classes as its authors published theirs. */
  public static Path fcn(Path folder) throws IOException {
    return Files.write(folder.resolve("fcn8s.caffemodel"), VggImportTest.fcn8s().toBytes());
  }

  /** A narrow SqueezeNet as its authors name its layers. */
  public static Path squeezeNet(Path folder) throws IOException {
    return Foreign.of(Foreign.SQUEEZE_NET, ours -> ours).write(folder);
  }
}
