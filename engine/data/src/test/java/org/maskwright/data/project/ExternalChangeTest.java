package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskwright.data.project.Problems.assertProblem;
import static org.maskwright.data.project.ProjectFixture.mask;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.label.Provenance;

class ExternalChangeTest {

  @TempDir Path folder;
  private ImageId image;
  private MaskStore masks;
  private Path file;

  @BeforeEach
  void createMask() throws IOException {
    ProjectFixture fixture = new ProjectFixture(folder);
    image = fixture.photo("a.jpg");
    masks = fixture.create().masks();
    file = fixture.home.resolve("masks/photos/a.jpg.mask.png");
    masks.save(image, mask(1));
  }

  @Test
  void aMaskThatNobodyElseTouchedIsNoChange() throws IOException {
    assertThat(masks.externalChange(image)).isEmpty();
  }

  @Test
  void bothCopiesAreThere() throws IOException {
    overwrite(mask(2));

    ExternalChange change = masks.externalChange(image).orElseThrow();

    assertThat(change.ours().orElseThrow().labels()).isEqualTo(mask(1).labels());
    assertThat(change.theirs().orElseThrow().labels()).isEqualTo(mask(2).labels());
  }

  @Test
  void nothingIsOverwrittenBeforeSomebodyChose() throws IOException {
    overwrite(mask(2));
    byte[] theirs = Files.readAllBytes(file);

    assertProblem(ProjectProblem.CHANGED_OUTSIDE, () -> masks.save(image, mask(0)));
    assertProblem(ProjectProblem.CHANGED_OUTSIDE, () -> masks.read(image));

    assertThat(file).hasBinaryContent(theirs);
  }

  @Test
  void choosingOursSetsTheirsAside() throws IOException {
    overwrite(mask(2));
    byte[] theirs = Files.readAllBytes(file);

    Path aside = resolve(ExternalChange.Choice.OURS);

    assertThat(aside).hasBinaryContent(theirs);
    LabelMask read = masks.read(image).orElseThrow();
    assertThat(read.labels()).isEqualTo(mask(1).labels());
    assertThat(read.provenance(2, 1)).isEqualTo(Provenance.model("fcn"));
  }

  @Test
  void choosingTheirsSetsOursAsideAndKeepsTheHandsOfWhatDidNotChange() throws IOException {
    LabelMask edited = mask(1);
    edited.set(2, 1, 2, Provenance.NONE);
    overwrite(edited);

    Path aside = resolve(ExternalChange.Choice.THEIRS);

    assertThat(MaskPng.read(aside).indices()).isEqualTo(mask(1).labels());
    LabelMask read = masks.read(image).orElseThrow();
    assertThat(read.labels()).isEqualTo(edited.labels());
    assertThat(read.provenance(0, 0)).isEqualTo(Provenance.NONE);
    assertThat(read.provenance(1, 1)).isEqualTo(Provenance.of(Provenance.Kind.BRUSH));
    assertThat(read.provenance(2, 1)).isEqualTo(new Provenance(Provenance.Kind.IMPORT, "outside"));
  }

  @Test
  void aDeletedMaskIsAChangeThatCanBeTakenBack() throws IOException {
    Files.delete(file);

    ExternalChange change = masks.externalChange(image).orElseThrow();
    assertThat(change.theirs()).isEmpty();
    masks.resolve(change, ExternalChange.Choice.OURS);

    assertThat(masks.read(image).orElseThrow().labels()).isEqualTo(mask(1).labels());
  }

  @Test
  void aFileThatIsNoMaskAnyMoreIsSetAsideAsItIs() throws IOException {
    Files.writeString(file, "scribble");

    assertThat(resolve(ExternalChange.Choice.OURS)).hasContent("scribble");
  }

  @Test
  void aMaskThatAppearedFromOutsideIsAChange() throws IOException {
    ImageId other = ImageId.of("photos", "b.jpg");
    Files.copy(file, file.resolveSibling("b.jpg.mask.png"));

    ExternalChange change = masks.externalChange(other).orElseThrow();

    assertThat(change.ours()).isEmpty();
    masks.resolve(change, ExternalChange.Choice.THEIRS);
    assertThat(masks.read(other).orElseThrow().labels()).isEqualTo(mask(1).labels());
  }

  @Test
  void aChoiceDoesNotHitAChangeThatCameLater() throws IOException {
    overwrite(mask(2));
    ExternalChange seen = masks.externalChange(image).orElseThrow();
    overwrite(mask(0));

    assertProblem(
        ProjectProblem.CHANGED_OUTSIDE, () -> masks.resolve(seen, ExternalChange.Choice.OURS));
  }

  @Test
  void aSecondLoserDoesNotReplaceTheFirst() throws IOException {
    overwrite(mask(2));
    Path first = resolve(ExternalChange.Choice.OURS);
    overwrite(mask(0));
    Path second = resolve(ExternalChange.Choice.OURS);

    assertThat(MaskPng.read(first).indices()).isEqualTo(mask(2).labels());
    assertThat(MaskPng.read(second).indices()).isEqualTo(mask(0).labels());
  }

  private Path resolve(ExternalChange.Choice choice) throws IOException {
    return masks.resolve(masks.externalChange(image).orElseThrow(), choice).orElseThrow();
  }

  private void overwrite(LabelMask mask) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    MaskPng.write(bytes, mask.width(), mask.height(), mask.labels());
    Files.write(file, bytes.toByteArray());
  }
}
