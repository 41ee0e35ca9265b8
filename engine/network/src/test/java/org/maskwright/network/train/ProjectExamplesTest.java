package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.dataset.Grouping;
import org.maskwright.data.dataset.SplitRecipe;
import org.maskwright.data.dataset.SplitShares;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.proposal.ClassMaps;
import org.maskwright.data.task.Progress;

class ProjectExamplesTest {

  private static final String MODEL = "ab".repeat(32);
  private static final byte IGNORE = (byte) LabelMask.IGNORE;
  private static final Provenance BRUSH = Provenance.of(Provenance.Kind.BRUSH);

  @TempDir private Path folder;

  @BeforeEach
  void createProject() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    for (String name : List.of("a.png", "b.png", "c.png", "d.png")) {
      try (OutputStream file = Files.newOutputStream(photos.resolve(name))) {
        MaskPng.writeGrey(file, 3, 2, new byte[6]);
      }
    }
    try (Project project =
        Project.create(
            home(),
            LabelScheme.ofNames(List.of("background", "cat", "newt")),
            List.of(new ImageRoot("photos", photos)),
            Workplace.current())) {
      paint(project, "a.png", 1, ImageState.READY);
      paint(project, "b.png", 1, ImageState.IN_WORK);
      paint(project, "c.png", 1, ImageState.READY);
      project.masks().setState(image("c.png"), ImageState.VERIFIED);
    }
  }

  private Path home() {
    return folder.resolve("project");
  }

  private static ImageId image(String name) throws IOException {
    return ImageId.of("photos", name);
  }

  private static void paint(Project project, String name, int label, ImageState state)
      throws IOException {
    LabelMask mask = new LabelMask(3, 2);
    mask.set(0, 0, label, BRUSH);
    mask.set(1, 0, LabelMask.IGNORE, BRUSH);
    mask.set(2, 0, 0, BRUSH);
    project.masks().write(image(name), mask, state);
  }

  private void drawEverythingForTraining() throws IOException {
    try (Project project = Project.open(home(), Workplace.current())) {
      project.images(Progress.NONE);
      SplitRecipe recipe =
          new SplitRecipe(SplitShares.of(1, 0, 0, 0), Grouping.of(Grouping.Rule.NONE, ""), 7, 0);
      new Splits(project).draw(recipe, Progress.NONE);
    }
  }

  private ProjectExamples examples(String split, String... model) throws IOException {
    try (Project project = Project.openReadOnly(home(), Workplace.current())) {
      return ProjectExamples.of(
          project, split, MODEL, LabelScheme.ofNames(List.of(model)), Progress.NONE);
    }
  }

  @Test
  void onlyWhatIsReadyOrVerifiedIsLearned() throws IOException {
    drawEverythingForTraining();

    ProjectExamples examples = examples("train", "background", "cat");

    assertThat(IntStream.range(0, examples.size()).mapToObj(examples::name))
        .containsExactly("photos/a.png", "photos/c.png");
    assertThat(examples("val", "background", "cat").size()).isZero();
  }

  @Test
  void labelsAreTheModelsAndUnlabelledPixelsDoNotCount() throws IOException {
    drawEverythingForTraining();

    Example example = examples("train", "background", "dog", "Cat").load(0);

    assertThat(example.labels()).containsExactly(2, IGNORE, 0, IGNORE, IGNORE, IGNORE);
    assertThat(example.image().width()).isEqualTo(3);
  }

  @Test
  void theMapThatAPersonDecidedIsFollowed() throws IOException {
    drawEverythingForTraining();
    try (Project project = Project.open(home(), Workplace.current())) {
      List<String> names = List.of("background", "tabby", "tiger");
      new ClassMaps(project)
          .keep(ClassMap.guess(MODEL, names, project.scheme()).into(1, 1).into(2, 1));
    }

    ProjectExamples examples = examples("train", "background", "tabby", "tiger");

    assertThat(examples.load(0).labels()).containsExactly(1, IGNORE, 0, IGNORE, IGNORE, IGNORE);
    assertThat(examples.judged(new byte[] {0, 1, 2})).containsExactly(0, 1, 1);
  }

  @Test
  void aClassTheModelLacksIsToldAtOnce() throws IOException {
    drawEverythingForTraining();
    try (Project project = Project.open(home(), Workplace.current())) {
      paint(project, "a.png", 2, ImageState.READY);
    }

    assertThatThrownBy(() -> examples("train", "background", "cat"))
        .hasMessageContaining("photos/a.png shows the class \"newt\"");
  }

  @Test
  void aProjectWithoutASplitSaysHowToDrawOne() {
    assertThatThrownBy(() -> examples("train", "background", "cat"))
        .hasMessageContaining("has no split")
        .hasMessageContaining("maskwright split");
  }

  @Test
  void anUnknownSplitIsRefused() {
    assertThatThrownBy(() -> examples("trian", "background", "cat"))
        .hasMessageContaining("There is no split \"trian\"");
  }
}
