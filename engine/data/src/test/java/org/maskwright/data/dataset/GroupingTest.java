package org.maskwright.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;

class GroupingTest {

  @ParameterizedTest
  @CsvSource({
    "field_tile_003.png, field_tile_017.png",
    "field_x0_y512.tif, field_x512_y0.tif",
    "field-r01c02.png, field-r11c00.png",
    "cell_z001.tif, cell_z002.tif",
    "clip_frame_0001.jpg, clip_frame_0900.jpg",
    "00000IMG_00000_BURST20190101120000123.jpg, 00001IMG_00001_BURST20190101120000123_COVER.jpg",
    "IMG_20260101_120000.jpg, IMG_20260101_120002.jpg"
  })
  void tilesStacksAndBurstsAreRecognisedByTheirNames(String one, String other)
      throws DataException {
    assertThat(sizes(Grouping.Rule.AUTO, "", one, other)).containsExactly(2);
    assertThat(sizes(Grouping.Rule.NONE, "", one, other)).containsExactly(1, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "2007_000032.jpg, 2007_000033.jpg",
    "IMG_0001.jpg, IMG_0002.jpg",
    "a/field_tile_1.png, b/field_tile_2.png",
    "IMG_20260101_120000.jpg, IMG_20260101_120003.jpg",
    "IMG_20269999_990000.jpg, IMG_20269999_990001.jpg"
  })
  void otherNamesAreImagesOfTheirOwn(String one, String other) throws DataException {
    assertThat(sizes(Grouping.Rule.AUTO, "", one, other)).containsExactly(1, 1);
  }

  @Test
  void aBurstIsAChain() throws DataException {
    assertThat(
            sizes(
                Grouping.Rule.AUTO,
                "",
                "20260101_120000.jpg",
                "20260101_120002.jpg",
                "20260101_120004.jpg",
                "20260101_120009.jpg"))
        .containsExactlyInAnyOrder(3, 1);
  }

  @Test
  void pagesStayTogetherUnderEveryRule() throws DataException {
    List<ImageId> pages = List.of(ImageId.of("r", "s.tif", 1), ImageId.of("r", "s.tif", 2));

    assertThat(Grouping.of(Grouping.Rule.NONE, "").groups(pages)).hasSize(1);
  }

  @Test
  void aPatternOfOnesOwnFindsWhatAGroupShares() throws DataException {
    assertThat(
            sizes(
                Grouping.Rule.PATTERN,
                "patient(\\d+)",
                "x/patient7_a.png",
                "y/patient7_b.png",
                "x/patient8.png",
                "other.png"))
        .containsExactlyInAnyOrder(2, 1, 1);
  }

  @Test
  void aBrokenPatternIsATypedError() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Grouping.of(Grouping.Rule.PATTERN, "(("))
        .withMessageContaining("((");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Grouping.of(Grouping.Rule.PATTERN, "no brackets"));
  }

  private static List<Integer> sizes(Grouping.Rule rule, String pattern, String... paths)
      throws DataException {
    List<ImageId> images = new ArrayList<>();
    for (String path : paths) {
      images.add(ImageId.of("r", path));
    }
    return Grouping.of(rule, pattern).groups(images).values().stream().map(List::size).toList();
  }
}
