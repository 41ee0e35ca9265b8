package org.maskwright.data.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.problem.DataException;

/** The image folders of a project, and the way from an image's identity to its file. */
public final class Roots {

  static final int MAX_ROOTS = 1000;

  private final List<ImageRoot> roots;

  private Roots(List<ImageRoot> roots) {
    this.roots = List.copyOf(roots);
  }

  static Roots of(List<ImageRoot> roots) throws DataException {
    Set<String> names = new HashSet<>();
    for (ImageRoot root : roots) {
      ImageId.checkRoot(root.name());
      if (!names.add(root.name().toLowerCase(Locale.ROOT))) {
        throw DataException.of(ProjectProblem.ROOT_TAKEN, root.name());
      }
    }
    return new Roots(roots);
  }

  public List<ImageRoot> all() {
    return roots;
  }

  public Optional<ImageRoot> find(String name) {
    return roots.stream().filter(r -> r.name().equals(name)).findFirst();
  }

  /** The root of that name, which the project must have. */
  public ImageRoot get(String name) throws DataException {
    return find(name)
        .orElseThrow(() -> DataException.of(ProjectProblem.UNKNOWN_ROOT, "The project", name));
  }

  Roots with(ImageRoot added) throws DataException {
    List<ImageRoot> more = new ArrayList<>(roots);
    more.add(added);
    return of(more);
  }

  /** The same roots with one of them in another place. */
  Roots moved(String name, Path folder) throws DataException {
    return replaced(get(name), get(name).at(folder));
  }

  /** The same roots, the images of one of them seen in another way. */
  Roots seen(String name, ImageSettings settings) throws DataException {
    return replaced(get(name), get(name).with(settings));
  }

  private Roots replaced(ImageRoot old, ImageRoot changed) throws DataException {
    List<ImageRoot> all = new ArrayList<>(roots);
    all.set(roots.indexOf(old), changed);
    return of(all);
  }

  /** The file of an image, which need not be there. */
  public Path file(ImageId image) throws IOException {
    Path root = get(image.root()).folder();
    if (!Files.isDirectory(root)) {
      throw DataException.of(ProjectProblem.ROOT_MISSING, image.root(), root);
    }
    Path plain = below(root, image.path());
    return Files.exists(plain) ? plain : otherwiseSpelt(root, image.path()).orElse(plain);
  }

  /** What the loader of images wants to know. */
  public ImageRef imageRef(ImageId image) throws IOException {
    return new ImageRef(file(image), image.page());
  }

  /** How the loader turns an image into colours: as all images of its root. */
  public ImageSettings imageSettings(ImageId image) throws DataException {
    return get(image.root()).image();
  }

  /** The mask that came with an image, if its root has such masks. */
  Optional<Path> givenMask(ImageId image) throws IOException {
    Optional<Path> masks = find(image.root()).flatMap(ImageRoot::givenMasks);
    if (masks.isEmpty() || image.page() > 0) {
      return Optional.empty();
    }
    int dot = image.path().lastIndexOf('.');
    boolean hasEnding = dot > image.path().lastIndexOf('/') + 1;
    String stem = hasEnding ? image.path().substring(0, dot) : image.path();
    return Optional.of(below(masks.get(), stem + ".png")).filter(Files::isRegularFile);
  }

  /** A path that is checked once more: some systems read more into a name than others. */
  private static Path below(Path root, String path) throws DataException {
    try {
      Path file = root.resolve(path).normalize();
      if (file.startsWith(root) && !file.equals(root)) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw DataException.of(ProjectProblem.BAD_IMAGE_NAME, path, "this system has no such names");
    }
    throw DataException.of(ProjectProblem.BAD_IMAGE_NAME, path, "it leaves its folder");
  }

  /** Finds the file on systems that keep an accent as a character of its own. */
  private static Optional<Path> otherwiseSpelt(Path root, String path) throws IOException {
    Path found = root;
    for (String segment : path.split("/", -1)) {
      Path next = below(found, segment);
      if (!Files.exists(next)) {
        Optional<Path> other = sameName(found, segment);
        if (other.isEmpty()) {
          return Optional.empty();
        }
        next = other.get();
      }
      found = next;
    }
    return Optional.of(found);
  }

  private static Optional<Path> sameName(Path folder, String name) throws IOException {
    if (!Files.isDirectory(folder) || name.chars().allMatch(c -> c < 0x80)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> composed(file).equals(name)).findFirst();
    }
  }

  private static String composed(Path file) {
    return Normalizer.normalize(String.valueOf(file.getFileName()), Normalizer.Form.NFC);
  }
}
