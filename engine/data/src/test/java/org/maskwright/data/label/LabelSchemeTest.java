package org.maskwright.data.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maskwright.data.problem.DataException;

class LabelSchemeTest {

  private final LabelScheme scheme = scheme("background", "cat", "dog", "horse");

  @Test
  void renamingKeepsTheIndex() throws DataException {
    assertThat(scheme.rename(2, " hound ").byName("HOUND").orElseThrow().index()).isEqualTo(2);
  }

  @Test
  void addingNeverReusesTheIndexOfARetiredClass() throws DataException {
    LabelScheme longer = scheme.retire(3, true).add("sheep");

    assertThat(longer.byName("sheep").orElseThrow().index()).isEqualTo(4);
    assertThat(longer.active()).extracting(LabelClass::index).containsExactly(0, 1, 2, 4);
  }

  @Test
  void mergedClassesStandForTheirTargetAlsoWhenThatIsMergedLater() throws DataException {
    LabelScheme merged = scheme.merge(1, 2).merge(2, 3);

    assertThat(IntStream.range(0, 4).map(merged::resolve)).containsExactly(0, 3, 3, 3);
    assertThat(merged.resolve(LabelMask.IGNORE)).isEqualTo(LabelMask.IGNORE);
  }

  @Test
  void backgroundIsNeitherRetiredNorMerged() {
    assertProblem(() -> scheme.retire(0, true), LabelProblem.BACKGROUND_FIXED);
    assertProblem(() -> scheme.merge(0, 1), LabelProblem.BACKGROUND_FIXED);
  }

  @Test
  void aClassIsNotMergedIntoAMergedOne() throws DataException {
    LabelScheme merged = scheme.merge(1, 2);

    assertProblem(() -> merged.merge(2, 1), LabelProblem.MERGE_CIRCLE);
  }

  @Test
  void namesAreCheckedAsHostile() {
    assertProblem(() -> scheme.add("  "), LabelProblem.NAME_EMPTY);
    assertProblem(() -> scheme.add("Cat"), LabelProblem.NAME_TAKEN);
    assertProblem(() -> scheme.add("a\u0007b"), LabelProblem.NAME_UNPRINTABLE);
    assertProblem(() -> scheme.add("x".repeat(101)), LabelProblem.NAME_TOO_LONG);
    assertProblem(() -> LabelScheme.ofNames(Collections.nCopies(255, "x")), LabelProblem.TOO_MANY);
    assertProblem(() -> scheme.rename(9, "x"), LabelProblem.UNKNOWN_INDEX);
  }

  private static LabelScheme scheme(String... names) {
    try {
      return LabelScheme.ofNames(List.of(names));
    } catch (DataException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertProblem(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, LabelProblem expected) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DataException.class, e -> assertThat(e.problem().code()).isEqualTo(expected));
  }
}
