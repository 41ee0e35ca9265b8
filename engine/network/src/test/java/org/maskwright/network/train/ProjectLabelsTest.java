package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.proposal.ClassMap;

class ProjectLabelsTest {

  private static final byte IGNORE = (byte) LabelMask.IGNORE;

  private static LabelScheme scheme(String... names) throws IOException {
    return LabelScheme.ofNames(List.of(names));
  }

  private static ProjectLabels labels(LabelScheme project, String... model) {
    return new ProjectLabels(project, ClassMap.guess("ab".repeat(32), List.of(model), project));
  }

  @Test
  void classesAreFoundByNameWhateverTheirCase() throws IOException {
    ProjectLabels map = labels(scheme("floor", "Dog", "cat"), "background", "CAT", "dog");

    assertThat(map.apply(new byte[] {0, 1, 2, IGNORE}, "a.png")).containsExactly(0, 2, 1, IGNORE);
    assertThat(map.isComplete()).isTrue();
  }

  @Test
  void aMergedClassIsTheOneItWasMergedInto() throws IOException {
    LabelScheme project = scheme("background", "puppy", "dog").merge(1, 2);

    assertThat(labels(project, "background", "dog").apply(new byte[] {1, 2}, "a.png"))
        .containsExactly(1, 1);
  }

  @Test
  void aClassTheModelLacksIsNamedOnceItIsUsed() throws IOException {
    ProjectLabels map = labels(scheme("background", "cat", "newt"), "background", "cat");

    assertThat(map.isComplete()).isFalse();
    assertThat(map.apply(new byte[] {0, 1}, "a.png")).containsExactly(0, 1);
    assertThatThrownBy(() -> map.apply(new byte[] {2}, "a.png"))
        .hasMessageContaining("a.png shows the class \"newt\"")
        .hasMessageContaining("maskwright models relabel");
  }

  @Test
  void aLabelWithoutAClassIsRefused() throws IOException {
    ProjectLabels map = labels(scheme("background"), "background", "cat");

    assertThatThrownBy(() -> map.apply(new byte[] {1}, "a.png"))
        .hasMessageContaining("a.png has the label 1");
  }

  @Test
  void ofSeveralClassesThatAreOneTheNamesakeIsTaughtAndAllAreRight() throws IOException {
    LabelScheme project = scheme("background", "cat");
    ClassMap map =
        ClassMap.guess("ab".repeat(32), List.of("background", "tiger", "cat"), project).into(1, 1);
    ProjectLabels labels = new ProjectLabels(project, map);

    assertThat(labels.apply(new byte[] {0, 1, IGNORE}, "a.png")).containsExactly(0, 2, IGNORE);
    assertThat(labels.judged(new byte[] {0, 1, 2})).containsExactly(0, 2, 2);
  }

  @Test
  void aClassThatAPersonIgnoresIsNotFoundByItsName() throws IOException {
    LabelScheme project = scheme("background", "cat");
    ClassMap map =
        ClassMap.guess("ab".repeat(32), List.of("background", "cat"), project)
            .with(1, ClassMap.Use.IGNORED);

    assertThat(new ProjectLabels(project, map).isComplete()).isFalse();
  }

  @Test
  void aRetiredClassIsStillInMasks() throws IOException {
    LabelScheme project = scheme("background", "cat").retire(1, true);

    assertThat(labels(project, "background", "cat").apply(new byte[] {1}, "a.png"))
        .containsExactly(1);
  }
}
