package org.maskwright.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskwright.app.session.Desktop;
import org.maskwright.data.exchange.ExportChoices;
import org.maskwright.data.exchange.ExportProfile;
import org.maskwright.data.exchange.ImageFilter;
import org.maskwright.data.exchange.ProjectExport;
import org.maskwright.data.label.Region;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.task.Progress;

class ArrivalsTest {

  @TempDir Path folder;

  private Desktop desktop;
  private Path photos;

  @BeforeEach
  void layOut() throws IOException {
    desktop = Desktop.with(folder, 2);
    photos = folder.resolve("photos");
  }

  @Test
  void aFolderOfPhotosIsOne() throws IOException {
    assertThat(of(photos)).isEqualTo(new Arrival.Photos(photos, Optional.empty()));
  }

  @Test
  void aProjectIsOneWhateverPointsAtIt() throws IOException {
    Path home = folder.resolve("home");

    assertThat(of(home)).isEqualTo(new Arrival.Existing(home));
    assertThat(of(home.resolve("project.json"))).isEqualTo(new Arrival.Existing(home));
    assertThat(of(photos, home)).isEqualTo(new Arrival.Existing(home));
  }

  @Test
  void onePhotoComesAloneAndSeveralBringTheirFolder() throws IOException {
    assertThat(of(photos.resolve("1.png"))).isEqualTo(new Arrival.Photo(photos.resolve("1.png")));
    assertThat(of(photos.resolve("1.png"), photos.resolve("2.png")))
        .isEqualTo(new Arrival.Photos(photos, Optional.empty()));
  }

  @Test
  void anythingElseIsNothing() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "none");

    assertThat(of(notes)).isEqualTo(new Arrival.Nothing(notes));
  }

  @Test
  void aFolderThatOnlyLooksLabelledIsAFolderOfPhotos() throws IOException {
    Files.writeString(photos.resolve("1.json"), "{\"nothing\": 1}");

    assertThat(of(photos)).isEqualTo(new Arrival.Photos(photos, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"voc", "coco", "yolo", "cityscapes", "labelme"})
  void aDatasetBringsItsLabelsIntoTheNewProject(String format) throws IOException {
    desktop.paint(new Region(1, 1, 3, 2));
    desktop.session().save();
    Path exported = folder.resolve("exported");
    ProjectExport.of(
            desktop.session().project(),
            new ExportProfile(format, Map.of(), ImageFilter.ALL, List.of(), true, false),
            new ExportChoices(false, true),
            Progress.NONE)
        .export(exported);

    Arrival.Photos arrived = (Arrival.Photos) of(exported);
    FoundDataset labels = arrived.labels().orElseThrow();
    assertThat(labels.format()).isEqualTo(format);
    NewProject wanted =
        new NewProject(folder.resolve("new"), arrived.folder(), labels.classes(), arrived.labels());
    NewProject.Made made = wanted.make(Workplace.current(), Progress.NONE);

    assertThat(made.imported().orElseThrow().written()).isPositive();
    assertThat(made.imported().orElseThrow().different()).isZero();
    made.project().close();
  }

  private static Arrival of(Path... paths) throws IOException {
    return Arrivals.of(List.of(paths), Progress.NONE);
  }
}
