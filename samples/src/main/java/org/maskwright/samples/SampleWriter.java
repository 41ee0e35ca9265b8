package org.maskwright.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.maskwright.data.dataset.Grouping;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.dataset.SplitRecipe;
import org.maskwright.data.dataset.SplitRevision;
import org.maskwright.data.dataset.SplitShares;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.promotion.Promotions;
import org.maskwright.data.task.Progress;

/**
 * Writes a sample as a project like any other: a folder of photos, and beside it the project with a
 * split, the masks of two thirds of the photos, and the model that has learned too little. The last
 * third is left for the person.
 */
public final class SampleWriter {

  private static final Provenance DRAWN = new Provenance(Provenance.Kind.IMPORT, "drawn");

  /** The phase of the progress in which the photos are drawn, nearly all of the work. */
  public static final String PHASE = "draw";

  private static final String ROOT = "photos";
  private static final int UNLABELLED_SHARE = 3;

  private final SampleProject sample;
  private final int count;
  private final boolean complete;
  private final Path home;
  private final Workplace workplace;

  /**
   * Writes the first so many images of a sample.
   *
   * @param complete whether the last third is labelled, too
   */
  SampleWriter(SampleProject sample, int count, boolean complete, Path home, Workplace workplace) {
    this.sample = sample;
    this.count = count;
    this.complete = complete;
    this.home = home;
    this.workplace = workplace;
  }

  /** Where a sample's project lies in its folder; a project is called what its folder is called. */
  public static Path projectIn(Path folder, SampleProject sample) {
    return folder.resolve(sample.id());
  }

  /**
   * Writes the photos and then the project. A start that was broken off is simply written again.
   *
   * @param folder gets the two folders
   * @return the project's folder
   */
  public static Path write(
      SampleProject sample, Path folder, Workplace workplace, Progress progress)
      throws IOException {
    new SampleWriter(sample, sample.images(), false, folder, workplace).write(progress);
    return projectIn(folder, sample);
  }

  /** The same with the masks of all photos, to see what a person's work would bring. */
  public static Path writeComplete(
      SampleProject sample, Path folder, Workplace workplace, Progress progress)
      throws IOException {
    new SampleWriter(sample, sample.images(), true, folder, workplace).write(progress);
    return projectIn(folder, sample);
  }

  void write(Progress progress) throws IOException {
    Path photos = home.resolve(ROOT);
    workplace.disk().createFolders(photos);
    createProject(photos, draw(photos, progress), progress);
  }

  /** Draws on all cores, as it takes a third of a second an image. */
  private List<LabelMask> draw(Path photos, Progress progress) throws IOException {
    AtomicInteger done = new AtomicInteger();
    try {
      return IntStream.range(0, count)
          .parallel()
          .mapToObj(
              number -> {
                progress.checkCancelled();
                LabelMask truth = draw(photos, number);
                progress.report(PHASE, done.incrementAndGet(), count);
                return truth;
              })
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private LabelMask draw(Path photos, int number) {
    Sample drawn = sample.draw(number);
    try {
      AtomicFile.write(
          workplace.disk(),
          photos.resolve(sample.imageName(number)),
          out -> ImageIO.write(drawn.picture(), "png", out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return LabelMask.decided(drawn.width(), drawn.height(), drawn.truth(), DRAWN);
  }

  private void createProject(Path photos, List<LabelMask> truths, Progress progress)
      throws IOException {
    ImageRoot root = new ImageRoot(ROOT, photos);
    try (Project project =
        Project.create(projectIn(home, sample), scheme(), List.of(root), workplace)) {
      List<ImageId> images = project.images(progress);
      SplitRevision split = new Splits(project).draw(recipe(), progress);
      for (int number : labelled(images, split)) {
        project.masks().write(images.get(number), truths.get(number), ImageState.READY);
        project.masks().setState(images.get(number), ImageState.VERIFIED);
      }
      addModel(project);
    }
  }

  /** Under its content's hash, as a project keeps its models; it is the one to work with. */
  private void addModel(Project project) throws IOException {
    Optional<byte[]> model = sample.model();
    if (model.isPresent()) {
      String hash = Sha256.of(model.get());
      Promotions promotions = new Promotions(project);
      workplace.disk().createFolders(project.folder().models());
      AtomicFile.write(workplace.disk(), promotions.file(hash), model.get());
      promotions.beginWith(hash, sample.id());
    }
  }

  private LabelScheme scheme() throws IOException {
    LabelScheme scheme = LabelScheme.ofNames(sample.classes());
    for (int index = 0; index < scheme.size(); index++) {
      scheme = scheme.recolour(index, sample.colours().get(index));
    }
    return scheme;
  }

  /** No two scenes have anything in common, whatever their names suggest. */
  private static SplitRecipe recipe() throws IOException {
    return new SplitRecipe(
        SplitShares.of(0.6, 0.15, 0, 0.25), Grouping.of(Grouping.Rule.NONE, ""), 1, 0);
  }

  /** What is examined is labelled; what is left over for the person is for learning. */
  private List<Integer> labelled(List<ImageId> images, SplitRevision split) {
    int left = complete ? 0 : count / UNLABELLED_SHARE;
    List<Integer> labelled = new ArrayList<>();
    for (int number = images.size() - 1; number >= 0; number--) {
      boolean learned = split.of(images.get(number)).filter(Split.TRAIN::equals).isPresent();
      if (learned && left > 0) {
        left--;
      } else {
        labelled.add(number);
      }
    }
    return labelled;
  }
}
