package org.maskwright.data.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;

/**
 * The split of a project: revisions in files, of which the last one counts. It is drawn before
 * there are labels, so that nobody is tempted; later it only grows.
 */
public final class Splits {

  private final Project project;

  public Splits(Project project) {
    this.project = project;
  }

  /** The revision that counts; none before the first draw. */
  public Optional<SplitRevision> current() throws IOException {
    OptionalInt last = lastNumber();
    return last.isPresent() ? Optional.of(read(last.getAsInt())) : Optional.empty();
  }

  /** A revision by its number. */
  public SplitRevision read(int number) throws IOException {
    return SplitRevisionJson.read(
        JsonFile.read(project.workplace().disk(), file(number), SplitRevisionJson.MAX_BYTES));
  }

  private Path file(int number) {
    return project.folder().splits().resolve(String.format(Locale.ROOT, "%04d.json", number));
  }

  private OptionalInt lastNumber() throws IOException {
    Path folder = project.folder().splits();
    if (!Files.isDirectory(folder)) {
      return OptionalInt.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.matches("\\d{4,9}\\.json"))
          .mapToInt(name -> Integer.parseInt(name.substring(0, name.indexOf('.'))))
          .max();
    }
  }

  /** The lists that came with the images, if there are any. */
  public SortedMap<ImageId, Split> given() throws IOException {
    return GivenLists.read(project.roots().all(), ids(project.images().entries()));
  }

  /** Takes the lists that came with the images as they are. */
  public SplitRevision keepLists(SplitRecipe recipe) throws IOException {
    SortedMap<ImageId, Split> given = given();
    if (given.isEmpty()) {
      throw DataException.of(SplitProblem.NO_LISTS, project.folder().home());
    }
    return save(new SplitRevision(first(), SplitRevision.Origin.LISTS, recipe, given, List.of()));
  }

  /** Draws the first split. Images in lists that came with them stay as listed. */
  public SplitRevision draw(SplitRecipe recipe, Progress progress) throws IOException {
    int number = first();
    List<ImageEntry> entries = entries();
    Map<ImageId, Set<Integer>> classes = ShownClasses.of(project, entries, progress);
    SortedMap<ImageId, Split> drawn =
        new SplitDraw(recipe.shares(), recipe.seed())
            .draw(recipe.grouping().groups(ids(entries)), traits(entries, classes), given());
    return save(new SplitRevision(number, SplitRevision.Origin.DRAWN, recipe, drawn, List.of()));
  }

  /** Deals out images that came later, and gives rare classes their place in the examination. */
  public SplitRevision topUp(int atLeast, Progress progress) throws IOException {
    SplitRevision last =
        current()
            .orElseThrow(() -> DataException.of(SplitProblem.NO_REVISION, project.folder().home()));
    SplitRecipe before = last.recipe();
    SplitRecipe recipe =
        new SplitRecipe(before.shares(), before.grouping(), before.seed(), atLeast);
    List<ImageEntry> entries = entries();
    Map<ImageId, Set<Integer>> classes = ShownClasses.of(project, entries, progress);
    SortedMap<String, List<ImageId>> groups = recipe.grouping().groups(ids(entries));
    SortedMap<ImageId, Split> all =
        new SplitDraw(recipe.shares(), recipe.seed())
            .draw(groups, traits(entries, classes), last.images());
    SplitTopUp topUp = new SplitTopUp(recipe, classes, groups, all);
    topUp.run();
    List<ImageId> moved =
        topUp.moved().stream().filter(image -> last.of(image).isPresent()).toList();
    return save(
        new SplitRevision(
            last.number() + 1, SplitRevision.Origin.TOPPED_UP, recipe, topUp.images(), moved));
  }

  private int first() throws IOException {
    Optional<SplitRevision> last = current();
    if (last.isPresent()) {
      throw DataException.of(
          SplitProblem.ALREADY_SPLIT, project.folder().home(), last.get().number());
    }
    return 1;
  }

  private List<ImageEntry> entries() throws IOException {
    List<ImageEntry> entries = project.images().entries();
    if (entries.isEmpty()) {
      throw DataException.of(SplitProblem.NO_IMAGES, project.folder().home());
    }
    return entries;
  }

  private static List<ImageId> ids(Collection<ImageEntry> entries) {
    return entries.stream().map(ImageEntry::image).toList();
  }

  /** What every split gets its share of: each folder, and each class that is known so far. */
  private static Map<ImageId, Set<String>> traits(
      Collection<ImageEntry> entries, Map<ImageId, Set<Integer>> classes) {
    Map<ImageId, Set<String>> traits = new HashMap<>();
    for (ImageEntry entry : entries) {
      String path = entry.image().toString();
      Set<String> of = new HashSet<>();
      of.add("folder " + path.substring(0, path.lastIndexOf('/')));
      classes.getOrDefault(entry.image(), Set.of()).forEach(label -> of.add("class " + label));
      traits.put(entry.image(), of);
    }
    return traits;
  }

  private SplitRevision save(SplitRevision revision) throws IOException {
    project.checkWritable();
    project.workplace().disk().createFolders(project.folder().splits());
    JsonFile.write(
        project.workplace().disk(), file(revision.number()), SplitRevisionJson.write(revision));
    return revision;
  }
}
