package org.maskwright.network.weights.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.program.UserFolders;
import org.maskwright.network.weights.WeightsProblem;

/** The models within reach: the project's, the user's, the built-in ones. */
public final class ModelLibrary {

  /** Where a project keeps its models. */
  public static final Path IN_PROJECT = Path.of(".maskwright", "models");

  private final Map<ModelPlace, Path> folders = new EnumMap<>(ModelPlace.class);

  public ModelLibrary(Map<ModelPlace, Path> folders) {
    this.folders.putAll(folders);
  }

  /** The user's models and the built-in ones, and those of a project if there is one. */
  public static ModelLibrary of(UserFolders user, Optional<Path> project) throws IOException {
    Map<ModelPlace, Path> folders = new EnumMap<>(ModelPlace.class);
    folders.put(ModelPlace.USER, user.data().resolve("models"));
    project.ifPresent(p -> folders.put(ModelPlace.PROJECT, p.resolve(IN_PROJECT)));
    folders.put(ModelPlace.BUILT_IN, BuiltInModels.unpack(user.cache().resolve("models")));
    return new ModelLibrary(folders);
  }

  /** The folder of a place, which may not be there yet. */
  public Path folder(ModelPlace place) {
    Path folder = folders.get(place);
    if (folder == null) {
      throw new IllegalArgumentException("no models " + place);
    }
    return folder;
  }

  /** All models, place by place, by name. A file that cannot be read is listed with the reason. */
  public List<LibraryEntry> list() throws IOException {
    List<LibraryEntry> all = new ArrayList<>();
    for (Map.Entry<ModelPlace, Path> folder : folders.entrySet()) {
      all.addAll(list(folder.getKey(), folder.getValue()));
    }
    return all;
  }

  private static List<LibraryEntry> list(ModelPlace place, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(ModelLibrary::isModel).toList();
    }
    List<LibraryEntry> entries = new ArrayList<>();
    for (Path file : files) {
      entries.add(entry(place, file));
    }
    entries.sort(Comparator.comparing(LibraryEntry::name).thenComparing(LibraryEntry::hash));
    return entries;
  }

  private static boolean isModel(Path file) {
    return file.toString().endsWith(ModelFile.EXTENSION)
        && !AtomicFile.isTemporary(file)
        && Files.isRegularFile(file);
  }

  private static LibraryEntry entry(ModelPlace place, Path file) throws IOException {
    String hash = ContentHash.stated(file);
    try (ModelFile model = ModelFile.open(file)) {
      return new LibraryEntry(
          hash, place, file, Optional.of(model.description()), Optional.empty());
    } catch (DataException e) {
      return new LibraryEntry(hash, place, file, Optional.empty(), Optional.of(e));
    }
  }

  /**
   * The model of that name, that hash or that file; a project's hides a user's, that a built-in.
   */
  public Path find(String wanted) throws IOException {
    if (wanted.endsWith(ModelFile.EXTENSION)) {
      return Path.of(wanted);
    }
    return list().stream()
        .filter(entry -> entry.isCalled(wanted))
        .map(LibraryEntry::file)
        .findFirst()
        .orElseThrow(() -> DataException.of(WeightsProblem.NOT_FOUND, wanted));
  }
}
