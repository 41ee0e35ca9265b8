package org.maskwright.data.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskwright.data.metric.Change.Verdict;

/** A gain is one only if it does not hang on which images were asked. */
class PairedBootstrapTest {

  private static final long PIXELS = 1000;

  private static Scores hits(long... hits) {
    List<ClassScore> classes = new ArrayList<>();
    for (int c = 0; c < hits.length; c++) {
      classes.add(new ClassScore(c, PIXELS, hits[c], hits[c]));
    }
    return new Scores(PIXELS * hits.length, classes);
  }

  private static List<PairedScores> images(int count, long before, long afterEven, long afterOdd) {
    List<PairedScores> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      images.add(new PairedScores(hits(before), hits(i % 2 == 0 ? afterEven : afterOdd)));
    }
    return images;
  }

  @Test
  void gainOnEveryImageIsCertain() {
    Change change = PairedBootstrap.of(images(20, 500, 700, 720), 1).classes().get(0);
    assertThat(change.before()).isEqualTo(0.5);
    assertThat(change.after()).isEqualTo(0.71);
    assertThat(change.low()).isBetween(0.20, 0.21);
    assertThat(change.high()).isBetween(0.21, 0.22);
    assertThat(change.verdict(Change.LEAST_REGIONS)).isEqualTo(Verdict.BETTER);
  }

  @Test
  void gainThatHangsOnTheImagesIsUnclear() {
    Change change = PairedBootstrap.of(images(10, 500, 900, 120), 1).classes().get(0);
    assertThat(change.difference()).isPositive();
    assertThat(change.verdict(100)).isEqualTo(Verdict.UNCLEAR);
  }

  @Test
  void lossOnEveryImageIsWorse() {
    assertThat(PairedBootstrap.of(images(10, 500, 300, 310), 1).mean().verdict(10))
        .isEqualTo(Verdict.WORSE);
  }

  @Test
  void fewRegionsTellNothing() {
    Change change = PairedBootstrap.of(images(20, 500, 700, 720), 1).classes().get(0);
    assertThat(change.verdict(Change.LEAST_REGIONS - 1)).isEqualTo(Verdict.TOO_FEW);
  }

  @Test
  void sameImagesGiveTheSameInterval() {
    assertThat(PairedBootstrap.of(images(15, 400, 390, 470), 1))
        .isEqualTo(PairedBootstrap.of(images(15, 400, 390, 470), 1));
  }

  @Test
  void classThatIsNowhereHasNoMeasureAndDoesNotBlurTheMean() {
    ClassScore nowhere = new ClassScore(1, 0, 0, 0);
    Scores before = new Scores(PIXELS, List.of(hits(500).classes().get(0), nowhere));
    Scores after = new Scores(PIXELS, List.of(hits(800).classes().get(0), nowhere));
    PairedBootstrap.Result result = PairedBootstrap.of(List.of(new PairedScores(before, after)), 2);
    assertThat(result.classes().get(1).after()).isNaN();
    assertThat(result.classes().get(1).verdict(50)).isEqualTo(Verdict.TOO_FEW);
    assertThat(result.mean()).isEqualTo(new Change(0.5, 0.8, 0.8 - 0.5, 0.8 - 0.5));
  }

  @Test
  void differentNumbersOfClassesCannotBePaired() {
    assertThatThrownBy(() -> new PairedScores(hits(1), hits(1, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
