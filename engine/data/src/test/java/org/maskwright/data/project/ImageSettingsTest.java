package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskwright.data.project.Problems.assertProblem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskwright.data.image.BandChoice;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.IntensityWindow;
import org.maskwright.data.image.TiffBuilder;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.io.JsonProblem;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.task.Progress;

class ImageSettingsTest {

  private static final ImageSettings SETTINGS =
      new ImageSettings(new IntensityWindow(100, 4000), new BandChoice(4, 2, 0), -9999);

  @TempDir Path folder;
  private ProjectFixture fixture;

  @BeforeEach
  void setUp() throws IOException {
    fixture = new ProjectFixture(folder);
  }

  @Test
  void belongToARootAndAreThereAgainAfterOpening() throws IOException {
    Path scans = Files.createDirectory(folder.resolve("scans"));
    try (Project project = fixture.create()) {
      project.addRoot(new ImageRoot("scans", scans));
      project.changeImageSettings("scans", SETTINGS);
    }

    try (Project project = fixture.open()) {
      assertThat(settings(project, "scans")).isEqualTo(SETTINGS);
      assertThat(settings(project, "photos")).isEqualTo(ImageSettings.DEFAULT);
    }
  }

  @Test
  void stayWhenTheRootMoves() throws IOException {
    try (Project project = fixture.create()) {
      project.changeImageSettings("photos", SETTINGS);
      project.moveRoot("photos", Files.createDirectory(folder.resolve("elsewhere")));

      assertThat(settings(project, "photos")).isEqualTo(SETTINGS);
    }
  }

  @Test
  void anUnknownRootIsRefused() throws IOException {
    try (Project project = fixture.create()) {
      assertProblem(
          ProjectProblem.UNKNOWN_ROOT, () -> project.changeImageSettings("scans", SETTINGS));
    }
  }

  @Test
  void aFileThatSaysNothingAboutThemMeansTheDefault() throws IOException {
    fixture.create().close();
    assertThat(fixture.home.resolve("project.json")).content().doesNotContain("\"image\"");

    try (Project project = fixture.open()) {
      assertThat(settings(project, "photos")).isEqualTo(ImageSettings.DEFAULT);
    }
  }

  @Test
  void aFileMaySayOnlyWhatDiffers() throws IOException {
    replaceInFile("\"name\" :", "\"image\" : {\"nodata\" : 7}, \"name\" :");

    try (Project project = fixture.open()) {
      assertThat(settings(project, "photos")).isEqualTo(ImageSettings.DEFAULT.withNodata(7));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"window\" : {\"low\" : 5, \"high\" : 5}}",
        "{\"window\" : {\"low\" : -1, \"high\" : 5}}",
        "{\"window\" : {\"low\" : 0, \"high\" : 65536}}",
        "{\"bands\" : {\"red\" : 0, \"green\" : -1, \"blue\" : 0}}",
        "{\"bands\" : 3}",
        "{\"nodata\" : 1.5}",
        "{\"nodata\" : 2147483648}",
        "[]"
      })
  void damagedOnesAreRefused(String damaged) throws IOException {
    replaceInFile("\"name\" :", "\"image\" : " + damaged + ", \"name\" :");

    assertProblem(JsonProblem.UNEXPECTED, () -> fixture.open());
  }

  /** Changes what the file says about its first root. */
  private void replaceInFile(String old, String changed) throws IOException {
    fixture.create().close();
    Path file = fixture.home.resolve("project.json");
    String json = Files.readString(file);
    int at = json.indexOf(old, json.indexOf("\"roots\""));
    Files.writeString(file, json.substring(0, at) + changed + json.substring(at + old.length()));
  }

  @Test
  void aCheckDecodesImagesAsTheirRootSays() throws IOException {
    tiff("a.tif", 5, new byte[10]);
    try (Project project = fixture.create()) {
      assertThat(ProjectCheck.run(project, true, Progress.NONE).problems()).isEmpty();

      project.changeImageSettings(
          "photos", ImageSettings.DEFAULT.withBands(new BandChoice(0, 1, 5)));
      assertThat(ProjectCheck.run(project, true, Progress.NONE).problems())
          .singleElement()
          .extracting(Problem::code, InstanceOfAssertFactories.type(Object.class))
          .isEqualTo(ImageProblem.NO_SUCH_BAND);
    }
  }

  @Test
  void aWindowIsProposedFromAllImagesOfTheRoot() throws IOException {
    ramp("dark.tif", 1000, 2000);
    ramp("bright.tif", 2000, 3000);
    try (Project project = fixture.create()) {
      project.images().rescan(Progress.NONE);

      assertThat(project.proposeWindow("photos", Progress.NONE))
          .isEqualTo(new IntensityWindow(1002, 2997));
      assertThat(settings(project, "photos")).isEqualTo(ImageSettings.DEFAULT);
    }
  }

  private static ImageSettings settings(Project project, String root) throws IOException {
    return project.roots().imageSettings(ImageId.of(root, "a.tif"));
  }

  /** An image with each value from the first to the one before the last, once. */
  private void ramp(String name, int from, int to) throws IOException {
    ByteBuffer samples = ByteBuffer.allocate((to - from) * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int value = from; value < to; value++) {
      samples.putShort((short) value);
    }
    tiff(name, 1, samples.array());
  }

  private void tiff(String name, int bands, byte[] samples) throws IOException {
    int width = samples.length / 2 / bands;
    byte[] file = TiffBuilder.small().page(width, 1, 16, bands).strips(samples).build();
    Files.write(fixture.photos.resolve(name), file);
  }
}
