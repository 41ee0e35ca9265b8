package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskwright.data.project.Problems.assertProblem;
import static org.maskwright.data.project.ProjectFixture.mask;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.task.Progress;

class VocFolderTest {

  private static final byte[] LABELS = {0, 15, (byte) 255, 0};

  @TempDir Path folder;
  private Path voc;
  private Workplace workplace;
  private final ImageId labelled = new ImageId("JPEGImages", "2007_000032.jpg", 0);
  private final ImageId bare = new ImageId("JPEGImages", "2007_000033.jpg", 0);

  @BeforeEach
  void createFolder() throws IOException {
    workplace = ProjectFixture.workplace(folder);
    voc = folder.resolve("VOC2012");
    Files.createDirectories(voc.resolve("JPEGImages"));
    Files.createDirectories(voc.resolve("SegmentationClass"));
    Files.writeString(voc.resolve("JPEGImages/2007_000032.jpg"), "");
    Files.writeString(voc.resolve("JPEGImages/2007_000033.jpg"), "");
    try (OutputStream out =
        Files.newOutputStream(voc.resolve("SegmentationClass/2007_000032.png"))) {
      MaskPng.write(out, 2, 2, LABELS);
    }
  }

  @Test
  void opensAsItIsAndStaysAsItIs() throws IOException {
    List<Path> before = files();

    try (Project project = Project.open(voc, workplace)) {
      assertThat(project.images(Progress.NONE)).containsExactly(labelled, bare);
      assertThat(project.scheme().get(15).name()).isEqualTo("person");
      assertThat(project.images().entries())
          .extracting(ImageEntry::state)
          .containsExactly(ImageState.READY, ImageState.UNTOUCHED);
      assertProblem(ProjectProblem.NO_HOME, () -> project.masks().save(bare, mask(1)));
    }

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void itsMasksAreReadAsDecisionsVoidIncluded() throws IOException {
    try (Project project = Project.open(voc, workplace)) {
      LabelMask read = project.masks().read(labelled).orElseThrow();

      assertThat(read.labels()).isEqualTo(LABELS);
      assertThat(read.isVoid(2)).isTrue();
      assertThat(read.provenance(0, 0).kind()).isEqualTo(Provenance.Kind.IMPORT);
      assertThat(project.masks().read(bare)).isEmpty();
    }
  }

  @Test
  void workOnItGoesToAFolderOfThePersonsChoice() throws IOException {
    List<Path> before = files();
    Path home = folder.resolve("my project");
    try (Project project = Project.createForVoc(voc, home, workplace)) {
      project.masks().save(labelled, mask(3));
    }

    try (Project project = Project.open(home, workplace)) {
      assertThat(project.masks().read(labelled).orElseThrow().label(1, 1)).isEqualTo(3);
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void namesThatLieBesideTheImagesAreTheClasses() throws IOException {
    Files.writeString(voc.resolve("class_names.txt"), "_background_\nkirsche\nblatt\n");

    try (Project project = Project.open(voc, workplace)) {
      assertThat(project.scheme().classes())
          .extracting(LabelClass::name)
          .containsExactly("background", "kirsche", "blatt");
    }
  }

  @Test
  void aListWithGapsKeepsTheValuesOfTheMasks() throws IOException {
    Files.writeString(voc.resolve("labelmap.txt"), "blatt:128,128,0::\nkirsche:128,0,0::\n");

    try (Project project = Project.open(voc, workplace)) {
      assertThat(project.scheme().classes())
          .extracting(LabelClass::name)
          .containsExactly("background", "kirsche", "class 2", "blatt");
    }
  }

  @Test
  void labelsThatAreNoClassesAreLeftOut() throws IOException {
    Files.writeString(voc.resolve("labels.txt"), "__ignore__\n_background_\nkirsche\n");

    try (Project project = Project.open(voc, workplace)) {
      assertThat(project.scheme().classes())
          .extracting(LabelClass::name)
          .containsExactly("background", "kirsche");
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(voc)) {
      return files.sorted().toList();
    }
  }
}
