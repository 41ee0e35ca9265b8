package org.maskwright.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;

class PaintingTest {

  private final ObjectProperty<Settings> settings =
      new SimpleObjectProperty<>(Settings.first(Locale.ENGLISH));
  private ObjectProperty<LabelScheme> scheme;
  private Painting painting;

  @BeforeEach
  void start() throws DataException {
    LabelScheme classes = LabelScheme.ofNames(List.of("background", "crack", "road", "tree"));
    scheme = new SimpleObjectProperty<>(classes);
    painting = new Painting(scheme, settings);
  }

  @Test
  void oneStartsWithTheFirstClassAfterTheBackground() {
    assertThat(painting.activeClass()).isEqualTo(1);
  }

  @Test
  void theLastClassGoesToAndFro() {
    painting.choose(3);
    painting.choose(2);

    painting.chooseLast();
    assertThat(painting.activeClass()).isEqualTo(3);
    painting.chooseLast();
    assertThat(painting.activeClass()).isEqualTo(2);
  }

  @Test
  void swappingWithTheBackgroundComesBackToTheClassBefore() {
    painting.choose(3);

    painting.swapWithBackground();
    assertThat(painting.activeClass()).isZero();
    painting.swapWithBackground();
    assertThat(painting.activeClass()).isEqualTo(3);
  }

  @Test
  void aClassThatIsNotThereIsNotChosen() throws DataException {
    scheme.set(scheme.get().retire(2, true));

    assertThat(painting.choose(2)).isFalse();
    assertThat(painting.choose(4)).isFalse();
    assertThat(painting.activeClass()).isEqualTo(1);
  }

  @Test
  void whoPaintsWithAClassThatIsMergedGoesOnWithTheOther() throws DataException {
    scheme.set(scheme.get().merge(1, 3));

    assertThat(painting.activeClass()).isEqualTo(3);
  }

  @Test
  void whoPaintsWithAClassThatIsRetiredGoesOnWithTheBackground() throws DataException {
    scheme.set(scheme.get().retire(1, true));

    assertThat(painting.activeClass()).isZero();
  }

  @Test
  void aSoloClassIsSeenAloneEvenIfHidden() {
    painting.hiddenClasses().addAll(Set.of(1, 2));
    assertThat(List.of(0, 1, 2, 3)).filteredOn(painting::isShown).containsExactly(0, 3);

    painting.soloClassProperty().set(OptionalInt.of(2));
    assertThat(List.of(0, 1, 2, 3)).filteredOn(painting::isShown).containsExactly(2);
  }

  @Test
  void erasingIsNotBoundToWhatIsUnlabelledAlready() {
    painting.modeProperty().set(PaintMode.UNLABELLED);

    assertThat(painting.paintRule()).isEqualTo(PaintRule.UNLABELLED);
    assertThat(painting.eraseRule()).isEqualTo(PaintRule.EVERYWHERE);
  }

  @Test
  void sizesStayInTheirLimitsAndInTheSettings() {
    painting.change(options -> options.withBrushRadius(9000).withVoidWidth(0));

    assertThat(settings.get().tools())
        .isEqualTo(ToolOptions.FIRST.withBrushRadius(500).withVoidWidth(1));
  }
}
