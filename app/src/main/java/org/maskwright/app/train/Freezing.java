package org.maskwright.app.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.client.Content;
import org.maskwright.protocol.snapshot.ClassTable;
import org.maskwright.protocol.snapshot.FrozenSnapshot;
import org.maskwright.protocol.snapshot.SnapshotWriter;

/** Frozen states of a project. Their lists stay with it, so that it knows its own trainings. */
final class Freezing {

  private static final String LIST = ".json";

  private final Project project;
  private final Path folder;

  Freezing(Project project) {
    this.project = project;
    this.folder = project.folder().machinery().resolve("snapshots");
  }

  /** Whether a snapshot of that hash is one of this project's. */
  boolean knows(String hash) {
    return Files.exists(folder.resolve(hash + LIST));
  }

  /**
   * What is learned from, numbered as the model to begin with and its new classes.
   *
   * @param askNobody whether nothing is asked while learning, so that all is learned from
   */
  FrozenSnapshot training(Plan plan, ModelClasses model, boolean askNobody, Progress progress)
      throws IOException {
    Map<ImageId, Split> images =
        plan.images().entrySet().stream()
            .filter(image -> image.getValue() != Split.HOLDOUT)
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, image -> askNobody ? Split.TRAIN : image.getValue()));
    return write(plan, model.table(plan), images, progress);
  }

  /**
   * The same with images of another project behind it, so that a network does not forget what it
   * could: as many of them at most as are learned from.
   */
  FrozenSnapshot withReplay(FrozenSnapshot learned, Path home, Progress progress)
      throws IOException {
    try (Project other = Project.openReadOnly(home, project.workplace())) {
      LabelScheme target = learned.snapshot().classes();
      ClassTable byName = ClassTable.byName(other.scheme(), target);
      List<Integer> indices = new ArrayList<>(byName.indices());
      indices.replaceAll(index -> index == ClassTable.UNMAPPED ? LabelMask.IGNORE : index);
      ClassTable table = new ClassTable(other.scheme(), target, indices);
      List<ImageId> images = new ArrayList<>();
      for (ImageId image : other.images(progress)) {
        if (other.masks().record(image).state().isDone()) {
          images.add(image);
        }
      }
      int every = Math.max(1, images.size() / Math.max(1, learned.snapshot().items().size()));
      Map<ImageId, Split> some = new TreeMap<>();
      for (int i = 0; i < images.size(); i += every) {
        some.put(images.get(i), Split.TRAIN);
      }
      if (some.isEmpty()) {
        throw DataException.of(TrainProblem.NOTHING_TO_REPLAY, home);
      }
      return new SnapshotWriter(other, table, SnapshotWriter.Choices.USUAL, folder)
          .behind(learned)
          .write(some, progress);
    }
  }

  /** What decides at the gate, numbered as the project numbers its classes. */
  FrozenSnapshot holdout(Plan plan, Progress progress) throws IOException {
    LabelScheme scheme = project.scheme();
    Map<ImageId, Split> images =
        plan.images().entrySet().stream()
            .filter(image -> image.getValue() == Split.HOLDOUT)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return write(plan, ClassTable.byName(scheme, scheme), images, progress);
  }

  private FrozenSnapshot write(
      Plan plan, ClassTable classes, Map<ImageId, Split> images, Progress progress)
      throws IOException {
    return new SnapshotWriter(project, classes, plan.choices().snapshot(), folder)
        .write(images, progress);
  }

  /** Once a snapshot was sent, only its list is of use. */
  void forgetMasks(FrozenSnapshot snapshot) throws IOException {
    for (Content content : snapshot.contents()) {
      if (content.file().startsWith(folder) && !content.hash().equals(snapshot.hash())) {
        Files.deleteIfExists(content.file());
      }
    }
  }
}
