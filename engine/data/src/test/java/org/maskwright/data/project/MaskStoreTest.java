package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskwright.data.project.Problems.assertProblem;
import static org.maskwright.data.project.ProjectFixture.mask;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;

class MaskStoreTest {

  @TempDir Path folder;
  private ProjectFixture fixture;
  private MaskStore masks;

  @BeforeEach
  void createProject() throws IOException {
    fixture = new ProjectFixture(folder);
    masks = fixture.create().masks();
  }

  @Test
  void aMaskIsReadBackWithItsProvenance() throws IOException {
    ImageId image = fixture.photo("a.jpg");

    masks.save(image, mask(2));

    LabelMask read = masks.read(image).orElseThrow();
    assertThat(read.labels()).isEqualTo(mask(2).labels());
    assertThat(read.provenance(0, 0)).isEqualTo(Provenance.NONE);
    assertThat(read.provenance(1, 1)).isEqualTo(Provenance.of(Provenance.Kind.BRUSH));
    assertThat(read.provenance(2, 1)).isEqualTo(Provenance.model("fcn"));
  }

  @Test
  void anImageWithoutAMaskIsUntouched() throws IOException {
    ImageId image = fixture.photo("a.jpg");

    assertThat(masks.read(image)).isEmpty();
    assertThat(masks.record(image)).isEqualTo(ImageRecord.untouched(image));
  }

  @Test
  void aSavedMaskSaysWhoAndWhen() throws IOException {
    ImageId image = fixture.photo("a.jpg");

    masks.save(image, mask(1));

    ImageRecord record = masks.record(image);
    assertThat(record.state()).isEqualTo(ImageState.IN_WORK);
    assertThat(record.author()).isEqualTo("Kim");
    assertThat(record.changed()).isEqualTo(ProjectFixture.NOON);
  }

  @Test
  void equalNamesNeverShareAMask() throws IOException {
    List<ImageId> images = new ArrayList<>();
    for (String path :
        List.of("a.jpg", "a.png", "x/a.jpg", "y/a.jpg", "a.jpg.mask.png", "a:b.jpg", "a%3Ab.jpg")) {
      images.add(fixture.photo(path));
    }
    images.add(ImageId.of("photos", "a.tif", 1));
    images.add(ImageId.of("photos", "a.tif", 2));

    for (int i = 0; i < images.size(); i++) {
      masks.save(images.get(i), mask(i));
    }

    for (int i = 0; i < images.size(); i++) {
      assertThat(masks.read(images.get(i)).orElseThrow().label(1, 1)).isEqualTo(i);
    }
  }

  @Test
  void longAndForeignNamesHaveMasksOfTheirOwn() throws IOException {
    ImageId one = ImageId.of("photos", "長".repeat(80) + "1.jpg");
    ImageId other = ImageId.of("photos", "長".repeat(80) + "2.jpg");

    masks.save(one, mask(1));
    masks.save(other, mask(2));

    assertThat(masks.read(one).orElseThrow().label(1, 1)).isEqualTo(1);
    assertThat(masks.read(other).orElseThrow().label(1, 1)).isEqualTo(2);
  }

  @Test
  void aVerifiedImageIsChangedOnlyAfterItWasUnlocked() throws IOException {
    ImageId image = fixture.photo("a.jpg");
    masks.write(image, mask(1), ImageState.READY);
    masks.setState(image, ImageState.VERIFIED);

    assertProblem(ProjectProblem.IMAGE_LOCKED, () -> masks.save(image, mask(2)));
    masks.setState(image, ImageState.READY);
    masks.save(image, mask(2));

    assertThat(masks.read(image).orElseThrow().label(1, 1)).isEqualTo(2);
  }

  @Test
  void aReturnedImageKeepsItsNoteUntilItIsReadyAgain() throws IOException {
    ImageId image = fixture.photo("a.jpg");
    masks.write(image, mask(1), ImageState.READY);

    masks.giveBack(image, 2, 1, "the ear");
    masks.save(image, mask(2));

    Note note = new Note(2, 1, "the ear", "Kim", ProjectFixture.NOON);
    assertThat(masks.record(image).note()).isEqualTo(Optional.of(note));
    assertThat(masks.record(image).state()).isEqualTo(ImageState.RETURNED);
    masks.setState(image, ImageState.READY);
    assertThat(masks.record(image).note()).isEmpty();
  }

  @Test
  void statesAreNotSkipped() throws IOException {
    ImageId image = fixture.photo("a.jpg");

    assertProblem(ProjectProblem.NOT_ALLOWED, () -> masks.setState(image, ImageState.VERIFIED));
  }

  @Test
  void aProposalIsAMaskThatNobodyHasAccepted() throws IOException {
    ImageId image = fixture.photo("a.jpg");

    masks.write(image, mask(1), ImageState.PROPOSED);

    assertThat(masks.record(image).state()).isEqualTo(ImageState.PROPOSED);
    assertThat(masks.read(image)).isPresent();
  }
}
