package org.maskwright.protocol.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.client.Content;
import org.maskwright.testing.Mutations;

class SnapshotWriterTest {

  private static final int UNDECIDED = LabelMask.IGNORE;

  @TempDir private Path folder;

  private Project project;

  @BeforeEach
  void paint() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    project =
        Project.create(
            folder.resolve("project"),
            LabelScheme.ofNames(List.of("background", "cat", "dog")),
            List.of(new ImageRoot("photos", photos)),
            Workplace.current());
    for (String name : List.of("ready", "verified", "work")) {
      try (OutputStream file = Files.newOutputStream(photos.resolve(name + ".png"))) {
        MaskPng.writeGrey(file, 4, 1, new byte[4]);
      }
      LabelMask mask = new LabelMask(4, 1);
      mask.set(0, 0, 2, Provenance.of(Provenance.Kind.BRUSH));
      mask.set(1, 0, 1, Provenance.model("m"));
      mask.set(2, 0, LabelMask.IGNORE, Provenance.of(Provenance.Kind.BRUSH));
      ImageState state = name.equals("work") ? ImageState.IN_WORK : ImageState.READY;
      project.masks().write(image(name), mask, state);
    }
    project.masks().setState(image("verified"), ImageState.VERIFIED);
  }

  @AfterEach
  void close() throws IOException {
    project.close();
  }

  private static ImageId image(String name) throws IOException {
    return ImageId.of("photos", name + ".png");
  }

  private FrozenSnapshot freeze(SnapshotWriter.Choices choices, String... model)
      throws IOException {
    LabelScheme target = LabelScheme.ofNames(List.of(model));
    ClassTable table = ClassTable.byName(project.scheme(), target);
    return new SnapshotWriter(project, table, choices, folder.resolve("frozen"))
        .write(
            Map.of(
                image("ready"),
                Split.TRAIN,
                image("verified"),
                Split.VAL,
                image("work"),
                Split.VAL),
            Progress.NONE);
  }

  private static int[] labels(FrozenSnapshot frozen, int item) throws IOException {
    String hash = frozen.snapshot().items().get(item).mask();
    Content mask =
        frozen.contents().stream().filter(c -> c.hash().equals(hash)).findFirst().orElseThrow();
    byte[] labels = MaskPng.read(mask.file()).indices();
    int[] values = new int[labels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = labels[i] & 0xFF;
    }
    return values;
  }

  @Test
  void finishedMasksAreNumberedAsTheModelDoesAndProposalsNeedAPerson() throws IOException {
    FrozenSnapshot frozen = freeze(SnapshotWriter.Choices.USUAL, "background", "dog", "cat");
    assertThat(frozen.snapshot().items())
        .extracting(Snapshot.Item::name)
        .containsExactly("photos/ready.png", "photos/verified.png");
    assertThat(labels(frozen, 0)).containsExactly(1, UNDECIDED, UNDECIDED, UNDECIDED);
    assertThat(labels(frozen, 1)).containsExactly(1, 2, UNDECIDED, UNDECIDED);
  }

  @Test
  void proposalsCountIfThatIsWantedAndReadyImagesDoNotIfThatIs() throws IOException {
    FrozenSnapshot all =
        freeze(new SnapshotWriter.Choices(false, true), "background", "dog", "cat");
    assertThat(labels(all, 0)).containsExactly(1, 2, UNDECIDED, UNDECIDED);
    FrozenSnapshot verified =
        freeze(new SnapshotWriter.Choices(true, false), "background", "dog", "cat");
    assertThat(verified.snapshot().items()).hasSize(1);
  }

  @Test
  void paintingGoesOnAndTheSnapshotStaysAsItWas() throws IOException {
    FrozenSnapshot before = freeze(SnapshotWriter.Choices.USUAL, "background", "dog", "cat");
    LabelMask mask = new LabelMask(4, 1);
    mask.set(3, 0, 0, Provenance.of(Provenance.Kind.BRUSH));
    project.masks().write(image("ready"), mask, ImageState.READY);
    assertThat(labels(before, 0)).containsExactly(1, UNDECIDED, UNDECIDED, UNDECIDED);
    FrozenSnapshot after = freeze(SnapshotWriter.Choices.USUAL, "background", "dog", "cat");
    assertThat(after.hash()).isNotEqualTo(before.hash());
    assertThat(labels(after, 0)).containsExactly(UNDECIDED, UNDECIDED, UNDECIDED, 0);
  }

  @Test
  void sameStateGivesTheSameBytes() throws IOException {
    assertThat(freeze(SnapshotWriter.Choices.USUAL, "background", "dog", "cat").hash())
        .isEqualTo(freeze(SnapshotWriter.Choices.USUAL, "background", "dog", "cat").hash());
  }

  @Test
  void classThatTheModelDoesNotKnowIsNamed() {
    assertThatThrownBy(() -> freeze(SnapshotWriter.Choices.USUAL, "background", "cat"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("\"dog\"");
  }

  @Test
  void whatWasWrittenIsReadBackAndDamageIsRefusedWithAReason() throws IOException {
    FrozenSnapshot frozen = freeze(SnapshotWriter.Choices.USUAL, "background", "dog", "cat");
    Content list = frozen.contents().get(frozen.contents().size() - 1);
    byte[] bytes = Files.readAllBytes(list.file());
    assertThat(Sha256.of(bytes)).isEqualTo(frozen.hash());
    assertThat(SnapshotJson.read(bytes, "list")).isEqualTo(frozen.snapshot());
    Mutations.survives(bytes, 1000, damaged -> SnapshotJson.read(damaged, "list"));
  }
}
