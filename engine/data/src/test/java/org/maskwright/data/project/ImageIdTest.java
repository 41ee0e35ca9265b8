package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskwright.data.project.Problems.assertProblem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskwright.data.problem.DataException;

class ImageIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"photos/a.jpg", "photos/日本/äöü 1.png", "scans/deep/er/stack.tif#0007"})
  void isReadBackAsWritten(String text) throws DataException {
    assertThat(ImageId.parse(text)).hasToString(text);
  }

  @Test
  void aPageIsPartOfTheIdentity() throws DataException {
    assertThat(ImageId.parse("scans/stack.tif#0007"))
        .isEqualTo(ImageId.of("scans", "stack.tif", 7))
        .isNotEqualTo(ImageId.of("scans", "stack.tif"));
  }

  @Test
  void twoSpellingsOfAnAccentAreOneImage() throws DataException {
    assertThat(ImageId.of("r", "cafe\u0301.jpg")).isEqualTo(ImageId.of("r", "caf\u00e9.jpg"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../a.jpg",
        "a/../b.jpg",
        "a/..",
        ".",
        "a//b.jpg",
        "a/",
        "..\\a.jpg",
        "a\u0000.jpg",
        "a\nb.jpg",
        "bad\uFFFD.jpg",
        "half\uD800.jpg",
        "stack.tif#0001"
      })
  void pathsThatLeaveTheirFolderOrCannotBeShownAreRefused(String path) {
    assertProblem(ProjectProblem.BAD_IMAGE_NAME, () -> ImageId.of("photos", path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "..", "a/b", "a\\b", "a\tb"})
  void rootsThatCannotNameAFolderAreRefused(String root) {
    assertProblem(ProjectProblem.BAD_ROOT_NAME, () -> ImageId.of(root, "a.jpg"));
  }
}
