package org.maskwright.network.server.job;

import java.io.IOException;
import java.nio.file.Path;

/** Finds models by their hashes. */
@FunctionalInterface
public interface Models {
  Path find(String hash) throws IOException;
}
