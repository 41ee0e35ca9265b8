package org.maskwright.network.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.dataset.SplitProblem;
import org.maskwright.data.dataset.SplitRevision;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.MaskStore;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Roots;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.proposal.ClassMaps;
import org.maskwright.data.task.Progress;

/**
 * The images of one split of a project whose masks are ready or verified, with the classes of a
 * model. They can be read after the project was closed.
 */
public final class ProjectExamples implements TrainingExamples {

  private final List<ImageId> images;
  private final Roots roots;
  private final MaskStore masks;
  private final ProjectLabels classes;

  private ProjectExamples(Project project, List<ImageId> images, ClassMap map) {
    this.images = List.copyOf(images);
    this.roots = project.roots();
    this.masks = project.masks();
    this.classes = new ProjectLabels(project.scheme(), map);
  }

  /**
   * The examples of a split, by its name in files. What the model's classes are in the project says
   * the map that the project keeps for it, or else one by name.
   *
   * @param model the hash of the model's file
   * @param names of its classes
   * @throws DataException if there is no such split, or if a mask has a class that the model lacks
   */
  public static ProjectExamples of(
      Project project, String split, String model, LabelScheme names, Progress progress)
      throws IOException {
    List<ImageId> done = new ArrayList<>();
    for (ImageId image : images(project, split, progress)) {
      if (project.masks().record(image).state().isDone()) {
        done.add(image);
      }
    }
    List<String> classes = names.classes().stream().map(LabelClass::name).toList();
    ClassMap map = new ClassMaps(project).readOrGuess(model, classes);
    ProjectExamples examples = new ProjectExamples(project, done, map);
    examples.checkClasses(progress);
    return examples;
  }

  private static List<ImageId> images(Project project, String name, Progress progress)
      throws IOException {
    Optional<Split> split = Split.byId(name);
    if (split.isEmpty()) {
      List<String> known = Stream.of(Split.values()).map(Split::id).toList();
      throw DataException.of(SplitProblem.UNKNOWN, name, String.join(", ", known));
    }
    Map<ImageId, Split> all = splits(project, progress);
    return all.keySet().stream().filter(image -> all.get(image) == split.get()).sorted().toList();
  }

  private static Map<ImageId, Split> splits(Project project, Progress progress) throws IOException {
    Splits splits = new Splits(project);
    Optional<SplitRevision> current = splits.current();
    if (current.isPresent()) {
      return current.get().images();
    }
    project.images().rescan(progress);
    Map<ImageId, Split> given = splits.given();
    if (given.isEmpty()) {
      throw DataException.of(TrainingProblem.NO_SPLIT, project.folder().home());
    }
    return given;
  }

  /** Before hours of training, not at the end of their first epoch. */
  private void checkClasses(Progress progress) throws IOException {
    for (int i = 0; i < images.size() && !classes.isComplete(); i++) {
      progress.checkCancelled();
      try {
        labels(i);
      } catch (DataException e) {
        if (TrainingProblem.isOfClasses(e)) {
          throw e;
        }
        // A mask that cannot be read is skipped and named when its turn comes.
      }
      progress.report("classes", i + 1, images.size());
    }
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public String name(int index) {
    return images.get(index).toString();
  }

  @Override
  public Example load(int index) throws IOException {
    ImageId image = images.get(index);
    Pixels pixels = ImageLoader.load(roots.imageRef(image), roots.imageSettings(image));
    LabelMask mask = mask(index);
    return Example.of(name(index), pixels, mask.width(), mask.height(), labels(index, mask));
  }

  @Override
  public IndexedImage labels(int index) throws IOException {
    LabelMask mask = mask(index);
    return new IndexedImage(mask.width(), mask.height(), labels(index, mask), new int[0]);
  }

  @Override
  public byte[] judged(byte[] predicted) {
    return classes.judged(predicted);
  }

  private byte[] labels(int index, LabelMask mask) throws IOException {
    return classes.apply(mask.labels(), name(index));
  }

  private LabelMask mask(int index) throws IOException {
    return masks
        .read(images.get(index))
        .orElseThrow(() -> DataException.of(TrainingProblem.MASK_GONE, name(index)));
  }
}
