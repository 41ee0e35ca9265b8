package org.maskwright.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.RunningProgram;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.task.Progress;
import org.maskwright.testing.Mutations;

class SplitsTest {

  private static final int COUNT = 60;

  @TempDir Path folder;
  private final List<ImageId> images = new ArrayList<>();
  private Project project;
  private Splits splits;

  @BeforeEach
  void createProject() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("voc/JPEGImages"));
    for (int i = 0; i < COUNT; i++) {
      Files.writeString(photos.resolve("image%02d.jpg".formatted(i)), "");
      images.add(ImageId.of("photos", "image%02d.jpg".formatted(i)));
    }
    Path masks = Files.createDirectories(folder.resolve("voc/SegmentationClass"));
    project =
        Project.create(
            folder.resolve("project"),
            LabelScheme.ofNames(List.of("background", "cat", "okapi")),
            List.of(new ImageRoot("photos", photos, Optional.of(masks))),
            new Workplace(
                RealDisk.INSTANCE,
                folder.resolve("cache"),
                folder.resolve("spill"),
                "Kim",
                Clock.systemUTC(),
                RunningProgram.current()));
    project.images().rescan(Progress.NONE);
    splits = new Splits(project);
  }

  @AfterEach
  void close() throws IOException {
    project.close();
  }

  @Test
  void aDrawIsReadBackAsItWasDrawn() throws IOException {
    SplitRevision drawn = splits.draw(recipe(), Progress.NONE);

    assertThat(splits.current().orElseThrow().images()).isEqualTo(drawn.images()).hasSize(COUNT);
    assertThat(drawn.counts()).containsEntry(Split.TRAIN, 42L);
  }

  @Test
  void theSameRecipeWritesTheSameBytes() throws IOException {
    splits.draw(recipe(), Progress.NONE);
    Path file = folder.resolve("project/splits/0001.json");
    byte[] first = Files.readAllBytes(file);
    Files.delete(file);

    splits.draw(recipe(), Progress.NONE);

    assertThat(file).hasBinaryContent(first);
  }

  @Test
  void aSplitIsNotDrawnTwice() throws IOException {
    splits.draw(recipe(), Progress.NONE);

    assertProblem(SplitProblem.ALREADY_SPLIT, () -> splits.draw(recipe(), Progress.NONE));
  }

  @Test
  void toppingUpGivesARareClassItsPlaceAndKeepsTheExamination() throws IOException {
    SplitRevision first = splits.draw(recipe(), Progress.NONE);
    List<ImageId> training =
        images.stream().filter(image -> first.of(image).orElseThrow() == Split.TRAIN).toList();
    for (ImageId image : training.subList(0, 9)) {
      project.masks().save(image, showing(2));
    }
    project.images().rescan(Progress.NONE);

    SplitRevision second = splits.topUp(2, Progress.NONE);

    Map<ImageId, Split> before = first.images();
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.moved()).hasSize(4).isSubsetOf(training.subList(0, 9));
    assertThat(second.moved().stream().map(image -> second.of(image).orElseThrow()))
        .containsExactlyInAnyOrder(Split.VAL, Split.VAL, Split.TEST, Split.TEST);
    assertThat(images)
        .filteredOn(image -> !second.moved().contains(image))
        .allMatch(image -> before.get(image) == second.of(image).orElseThrow());
    assertThat(splits.read(1).images()).isEqualTo(before);
  }

  @Test
  void trainingKeepsAtLeastAsMuchOfAClassAsItGives() throws IOException {
    SplitRevision first = splits.draw(recipe(), Progress.NONE);
    ImageId only =
        images.stream()
            .filter(image -> first.of(image).orElseThrow() == Split.TRAIN)
            .findFirst()
            .orElseThrow();
    project.masks().save(only, showing(2));
    project.images().rescan(Progress.NONE);

    assertThat(splits.topUp(2, Progress.NONE).of(only)).contains(Split.TRAIN);
  }

  @Test
  void imagesThatCameLaterAreDealtOutByToppingUp() throws IOException {
    splits.draw(recipe(), Progress.NONE);
    Files.writeString(folder.resolve("voc/JPEGImages/late.jpg"), "");
    project.images().rescan(Progress.NONE);

    SplitRevision second = splits.topUp(0, Progress.NONE);

    assertThat(second.of(ImageId.of("photos", "late.jpg"))).isPresent();
    assertThat(second.moved()).isEmpty();
  }

  @Test
  void listsThatCameWithTheImagesAreKept() throws IOException {
    list("train", "image00\nimage01\nunknown\n");
    list("val", "image02\r\n");

    assertThat(splits.keepLists(recipe()).images())
        .isEqualTo(
            Map.of(
                images.get(0), Split.TRAIN, images.get(1), Split.TRAIN, images.get(2), Split.VAL));
  }

  @Test
  void aDrawDealsOutOnlyWhatNoListNames() throws IOException {
    list("test", "image00\nimage01\nimage02\n");

    SplitRevision drawn = splits.draw(recipe(), Progress.NONE);

    assertThat(images.subList(0, 3)).allMatch(i -> drawn.of(i).orElseThrow() == Split.TEST);
    assertThat(drawn.images()).hasSize(COUNT);
  }

  @Test
  void anImageInTwoListsIsATypedError() throws IOException {
    list("train", "image00\n");
    list("val", "image00\n");

    assertProblem(SplitProblem.TWICE, () -> splits.given());
  }

  @Test
  void damagedRevisionsGiveASplitOrATypedError() throws IOException {
    splits.draw(recipe(), Progress.NONE);
    Path file = folder.resolve("project/splits/0001.json");

    Mutations.survives(
        Files.readAllBytes(file),
        1000,
        damaged -> {
          Files.write(file, damaged);
          splits.current();
        });
  }

  private void list(String name, String content) throws IOException {
    Path lists = Files.createDirectories(folder.resolve("voc/ImageSets/Segmentation"));
    Files.writeString(lists.resolve(name + ".txt"), content);
  }

  private static SplitRecipe recipe() throws DataException {
    return new SplitRecipe(
        SplitShares.of(0.7, 0.15, 0.15, 0), Grouping.of(Grouping.Rule.AUTO, ""), 1, 0);
  }

  private static LabelMask showing(int label) {
    LabelMask mask = new LabelMask(2, 2);
    mask.set(0, 0, label, Provenance.of(Provenance.Kind.BRUSH));
    return mask;
  }

  private static void assertProblem(SplitProblem expected, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DataException.class, e -> assertThat(e.problem().code()).isEqualTo(expected));
  }
}
