package org.maskwright.data.format.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.MaskFolder;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/** Masks as others leave them. */
class ForeignMasksTest {

  private static final int ROAD = 0x804080;
  private static final int BLURRED = 0x7F4280;

  @TempDir Path folder;

  @BeforeEach
  void masks() throws IOException {
    Files.createDirectories(folder.resolve("masks"));
    Files.writeString(
        folder.resolve("label_colors.txt"), "128 64 128\tRoad\n0 0 0\tVoid\n64 0 64\tTree\n");
  }

  @Test
  void inCamVidElevenIsVoid() throws IOException {
    byte[] indices = {0, 3, 10, 11};
    MaskFolder.write(folder.resolve("masks/a.png"), new IndexedImage(4, 1, indices, new int[0]));

    LabelMask mask = load(new IndexFolderFormat(), Map.of("classes", "camvid"), new Findings());

    assertThat(mask.labels()).containsExactly(0, 3, 10, LabelMask.IGNORE);
    assertThat(mask.isVoid(3)).isTrue();
  }

  @Test
  void paintedColoursAreClassesAndBlackIsWhatTheListSays() throws IOException {
    paint(ROAD, 0, 0x400040);

    LabelMask mask = load(new ColourFolderFormat(), Map.of(), new Findings());

    assertThat(mask.labels()).containsExactly(0, LabelMask.IGNORE, 1);
  }

  @Test
  void blurredColoursAreRefused() throws IOException {
    paint(ROAD, BLURRED);

    assertThatThrownBy(() -> load(new ColourFolderFormat(), Map.of(), new Findings()))
        .isInstanceOfSatisfying(
            DataException.class,
            e -> assertThat(e.problem().code()).isEqualTo(FormatProblem.UNKNOWN_COLOUR));
  }

  @Test
  void blurredColoursGoToTheNearestWhenAskedAndAreCounted() throws IOException {
    paint(ROAD, BLURRED);
    Findings findings = new Findings();

    LabelMask mask = load(new ColourFolderFormat(), Map.of("match", "nearest"), findings);

    assertThat(mask.labels()).containsExactly(0, 0);
    assertThat(findings.count(CommonFinding.COLOURS_GUESSED)).isEqualTo(1);
  }

  private void paint(int... colours) throws IOException {
    BufferedImage image = new BufferedImage(colours.length, 1, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < colours.length; x++) {
      image.setRGB(x, 0, colours[x]);
    }
    ImageIO.write(image, "png", folder.resolve("masks/a.png").toFile());
  }

  private LabelMask load(DatasetFormat format, Map<String, String> options, Findings findings)
      throws IOException {
    FormatOptions chosen = FormatOptions.of(format, options);
    try (Dataset dataset = format.open(folder, chosen, Progress.NONE)) {
      return dataset.load(dataset.items().get(0), findings).mask();
    }
  }
}
