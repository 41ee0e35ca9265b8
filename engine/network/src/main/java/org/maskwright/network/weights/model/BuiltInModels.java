package org.maskwright.network.weights.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.RealDisk;

/**
 * The models that come with the program. They lie on the class path, inside a jar, where no file
 * can be read at any place; so they are unpacked once into a cache.
 */
final class BuiltInModels {

  /** Lists the files beside it, one name a line; absent in a build without models. */
  private static final String LIST = "/models/list.txt";

  private BuiltInModels() {}

  /** A folder that has all of them, and none of an older program's. */
  static Path unpack(Path cache) throws IOException {
    List<String> names = names();
    if (Files.isDirectory(cache)) {
      removeOthers(cache, names);
    }
    for (String name : names) {
      Path file = cache.resolve(name);
      if (!Files.exists(file)) {
        RealDisk.INSTANCE.createFolders(cache);
        unpack(name, file);
      }
    }
    return cache;
  }

  private static void removeOthers(Path cache, List<String> names) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(cache)) {
      files = found.filter(f -> !names.contains(ModelFile.fileName(f))).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  private static List<String> names() throws IOException {
    try (InputStream list = BuiltInModels.class.getResourceAsStream(LIST)) {
      return list == null
          ? List.of()
          : new String(list.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
    }
  }

  private static void unpack(String name, Path file) throws IOException {
    try (@Nullable InputStream model = BuiltInModels.class.getResourceAsStream("/models/" + name)) {
      if (model == null) {
        throw new IOException("the program is incomplete: " + name + " is missing");
      }
      AtomicFile.write(RealDisk.INSTANCE, file, model::transferTo);
    }
  }
}
