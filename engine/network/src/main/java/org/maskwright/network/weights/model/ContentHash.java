package org.maskwright.network.weights.model;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.WeightsProblem;

/** The SHA-256 of a model's file, which is its name: the same everywhere, for ever. */
public final class ContentHash {

  private ContentHash() {}

  public static String of(Path file) throws IOException {
    return Sha256.of(file);
  }

  /** The hash that a file's name states, without looking at its content; or its plain name. */
  public static String stated(Path file) {
    String name = ModelFile.fileName(file);
    return name.endsWith(ModelFile.EXTENSION)
        ? name.substring(0, name.length() - ModelFile.EXTENSION.length())
        : name;
  }

  /** Refuses a file that is named by a hash and has another one. */
  public static void verify(Path file) throws IOException {
    String stated = stated(file);
    if (Sha256.isName(stated) && !of(file).equals(stated)) {
      throw DataException.of(WeightsProblem.CHANGED, ModelFile.fileName(file));
    }
  }
}
