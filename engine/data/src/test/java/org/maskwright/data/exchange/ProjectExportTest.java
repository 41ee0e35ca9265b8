package org.maskwright.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.dataset.Grouping;
import org.maskwright.data.dataset.SplitProblem;
import org.maskwright.data.dataset.SplitRecipe;
import org.maskwright.data.dataset.SplitShares;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.exchange.ExportProfile.ClientClass;
import org.maskwright.data.format.ExportReport;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.IntensityWindow;
import org.maskwright.data.image.TiffBuilder;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.ProblemCode;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;
import org.maskwright.testing.GeneratedDataset;

class ProjectExportTest {

  @TempDir Path folder;

  private ExchangeFixture fixture;
  private Project project;

  @BeforeEach
  void prepare() throws IOException {
    fixture = new ExchangeFixture(folder);
    project = fixture.project("background", "cat", "dog", "tree");
    ImageId ready = fixture.photo("a/one.jpg", 40, 30);
    ImageId inWork = fixture.photo("two.png", 31, 17);
    fixture.photo("untouched.png", 5, 5);
    project.masks().write(ready, GeneratedDataset.holes(), ImageState.READY);
    project.masks().write(inWork, GeneratedDataset.parts(), ImageState.IN_WORK);
  }

  @AfterEach
  void close() throws IOException {
    project.close();
  }

  @Test
  void preflightSaysHowManyOfHowMany() throws IOException {
    assertThat(export(ExportProfile.of("voc")).preflight().english())
        .isEqualTo("2 of 3; 1 unlabelled");
  }

  @Test
  void onlyTheStatesOfTheFilterGoOut() throws IOException {
    ImageFilter done = new ImageFilter(Set.of(ImageState.READY), Set.of());

    ExportReport report =
        export(new ExportProfile("masks", Map.of(), done, List.of(), false, false))
            .export(folder.resolve("out"));

    assertThat(report.written()).isEqualTo(1);
    assertThat(folder.resolve("out/masks/a/one.png")).exists();
    assertThat(folder.resolve("out/masks/two.png")).doesNotExist();
  }

  @Test
  void splitsOfTheFilterGoOutAndAreListed() throws IOException {
    SplitRecipe recipe =
        new SplitRecipe(SplitShares.of(1, 0, 0, 0), Grouping.of(Grouping.Rule.NONE, ""), 1, 0);
    project.images(Progress.NONE);
    new Splits(project).draw(recipe, Progress.NONE);
    ImageId late = fixture.photo("late.png", 40, 30);
    project.masks().write(late, GeneratedDataset.holes(), ImageState.READY);

    ExportReport all = export(ExportProfile.of("voc")).export(folder.resolve("all"));
    export(withSplits("train")).export(folder.resolve("train"));
    export(withSplits("none")).export(folder.resolve("none"));

    assertThat(all.written()).isEqualTo(3);
    assertThat(list("all", "train")).containsExactly("one", "two");
    assertThat(list("all", "trainval")).containsExactly("one", "late", "two");
    assertThat(list("train", "trainval")).containsExactly("one", "two");
    assertThat(list("none", "trainval")).containsExactly("late");
  }

  @Test
  void aSplitThatIsNoneIsRefused() {
    assertProblem(withSplits("trian"), SplitProblem.UNKNOWN);
    assertProblem(withSplits("train"), SplitProblem.NO_REVISION);
  }

  private static ExportProfile withSplits(String... splits) {
    ImageFilter filter = new ImageFilter(Set.of(), Set.of(splits));
    return new ExportProfile("voc", Map.of(), filter, List.of(), false, false);
  }

  private List<String> list(String export, String split) throws IOException {
    return Files.readAllLines(folder.resolve(export + "/ImageSets/Segmentation/" + split + ".txt"));
  }

  private void assertProblem(ExportProfile profile, ProblemCode expected) {
    assertThatThrownBy(() -> export(profile))
        .isInstanceOfSatisfying(
            DataException.class, e -> assertThat(e.problem().code()).isEqualTo(expected));
  }

  @Test
  void clientsGetTheirIdsAndNames() throws IOException {
    List<ClientClass> classes =
        List.of(
            new ClientClass("background", 0, "other"),
            new ClientClass("cat", 40, "Katze"),
            new ClientClass("dog", 41, "Hund"),
            new ClientClass("tree", 42, "Baum"));

    export(new ExportProfile("masks", Map.of(), ImageFilter.ALL, classes, false, false))
        .export(folder.resolve("out"));

    assertThat(MaskPng.read(folder.resolve("out/masks/a/one.png")).index(3, 3)).isEqualTo(40);
    assertThat(folder.resolve("out/classes.txt")).content().contains("40 Katze\n41 Hund\n");
  }

  @Test
  void imagesComeAlongAsTheyAreWhenTheyLieUpright() throws IOException {
    export(new ExportProfile("voc", Map.of(), ImageFilter.ALL, List.of(), true, false))
        .export(folder.resolve("out"));

    assertThat(folder.resolve("out/JPEGImages/one.jpg"))
        .hasSameBinaryContentAs(fixture.photos.resolve("a/one.jpg"));
  }

  @Test
  void imagesThatLieOnTheirSideAreTurnedLikeTheirMasks() throws IOException {
    turnByQuarter(fixture.photos.resolve("a/one.jpg"));
    ImageId image = ImageId.of("photos", "a/one.jpg");
    project.masks().write(image, GeneratedDataset.decided(30, 40, 1), ImageState.READY);

    export(new ExportProfile("voc", Map.of(), ImageFilter.ALL, List.of(), true, false))
        .export(folder.resolve("out"));

    Path copy = folder.resolve("out/JPEGImages/one.png");
    assertThat(ImageLoader.load(copy).argb())
        .isEqualTo(ImageLoader.load(fixture.photos.resolve("a/one.jpg")).argb());
    assertThat(ImageLoader.load(copy).width()).isEqualTo(30);
  }

  @Test
  void turnedImagesGoThroughTheWindowOfTheirRoot() throws IOException {
    ByteBuffer samples = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    samples.putShort((short) 1000).putShort((short) 2000);
    byte[] tiff =
        TiffBuilder.small().page(2, 1, 16, 1).shorts(274, 6).strips(samples.array()).build();
    Files.write(fixture.photos.resolve("deep.tif"), tiff);
    ImageId image = ImageId.of("photos", "deep.tif");
    project.masks().write(image, GeneratedDataset.decided(1, 2, 1), ImageState.READY);
    project.changeImageSettings(
        "photos", ImageSettings.DEFAULT.withWindow(new IntensityWindow(1000, 2000)));

    export(new ExportProfile("voc", Map.of(), ImageFilter.ALL, List.of(), true, false))
        .export(folder.resolve("out"));

    assertThat(ImageLoader.load(folder.resolve("out/JPEGImages/deep.png")).argb())
        .containsExactly(0xFF000000, 0xFFFFFFFF);
  }

  @Test
  void worldFilesTravelWithTheMasks() throws IOException {
    String world = "0.5\n0\n0\n-0.5\n1000\n2000\n";
    Files.writeString(fixture.photos.resolve("two.pgw"), world);

    export(ExportProfile.of("voc")).export(folder.resolve("out"));

    assertThat(folder.resolve("out/SegmentationClass/two.pgw")).hasContent(world);
  }

  @Test
  void aProfileIsTheSameAfterReading() throws IOException {
    ExportProfile profile =
        new ExportProfile(
            "cvat",
            Map.of("void", "background"),
            new ImageFilter(Set.of(ImageState.READY, ImageState.VERIFIED), Set.of("train")),
            List.of(new ClientClass("cat", 3, "Katze")),
            true,
            true);
    Path file = folder.resolve("profile.json");

    profile.write(file);

    assertThat(ExportProfile.read(file)).isEqualTo(profile);
  }

  @Test
  void aZipFileGetsItsEnding() throws IOException {
    export(new ExportProfile("voc", Map.of(), ImageFilter.ALL, List.of(), false, true))
        .export(folder.resolve("out"));
    assertThat(folder.resolve("out.zip")).exists();
  }

  private ProjectExport export(ExportProfile profile) throws IOException {
    return ProjectExport.of(project, profile, new ExportChoices(false, false), Progress.NONE);
  }

  /** Writes EXIF's orientation 6 into a JPEG file, right after its first two bytes. */
  private static void turnByQuarter(Path file) throws IOException {
    byte[] jpeg = Files.readAllBytes(file);
    String marker = "ffe10022" + "457869660000";
    String directory = "4d4d002a00000008" + "0001" + "011200030000000100060000" + "00000000";
    byte[] exif = HexFormat.of().parseHex(marker + directory);
    byte[] turned = Arrays.copyOf(jpeg, jpeg.length + exif.length);
    System.arraycopy(exif, 0, turned, 2, exif.length);
    System.arraycopy(jpeg, 2, turned, 2 + exif.length, jpeg.length - 2);
    Files.write(file, turned);
  }
}
