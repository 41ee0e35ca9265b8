package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;

class ClassMapTest {

  private static final byte IGNORE = (byte) LabelMask.IGNORE;

  private static LabelScheme scheme(String... names) throws IOException {
    return LabelScheme.ofNames(List.of(names));
  }

  @Test
  void classesAreFoundByNameWhateverTheirCase() throws IOException {
    ClassMap map = new ClassMap(scheme("floor", "Dog", "cat"), scheme("background", "CAT", "dog"));

    assertThat(map.apply(new byte[] {0, 1, 2, IGNORE}, "a.png")).containsExactly(0, 2, 1, IGNORE);
    assertThat(map.isComplete()).isTrue();
  }

  @Test
  void aMergedClassIsTheOneItWasMergedInto() throws IOException {
    LabelScheme project = scheme("background", "puppy", "dog").merge(1, 2);

    assertThat(new ClassMap(project, scheme("background", "dog")).apply(new byte[] {1, 2}, "a.png"))
        .containsExactly(1, 1);
  }

  @Test
  void aClassTheModelLacksIsNamedOnceItIsUsed() throws IOException {
    ClassMap map = new ClassMap(scheme("background", "cat", "newt"), scheme("background", "cat"));

    assertThat(map.isComplete()).isFalse();
    assertThat(map.apply(new byte[] {0, 1}, "a.png")).containsExactly(0, 1);
    assertThatThrownBy(() -> map.apply(new byte[] {2}, "a.png"))
        .hasMessageContaining("a.png shows the class \"newt\"")
        .hasMessageContaining("maskwright models relabel");
  }

  @Test
  void aLabelWithoutAClassIsRefused() throws IOException {
    ClassMap map = new ClassMap(scheme("background"), scheme("background", "cat"));

    assertThatThrownBy(() -> map.apply(new byte[] {1}, "a.png"))
        .hasMessageContaining("a.png has the label 1");
  }
}
