package org.maskwright.network.backend;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;

/** Finds everything but the entry with which ND4J's CUDA library announces itself. */
final class WithoutCuda extends ClassLoader {

  private static final String ANNOUNCEMENT =
      "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";
  private static final String CUDA = "nd4j-cuda";

  WithoutCuda(ClassLoader parent) {
    super(parent);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> all = super.getResources(name);
    if (!name.equals(ANNOUNCEMENT)) {
      return all;
    }
    return Collections.enumeration(
        Collections.list(all).stream().filter(url -> !url.getPath().contains(CUDA)).toList());
  }
}
