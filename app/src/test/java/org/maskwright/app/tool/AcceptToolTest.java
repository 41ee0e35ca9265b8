package org.maskwright.app.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskwright.app.tool.TestBench.at;
import static org.maskwright.app.tool.TestBench.click;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.proposal.Acceptance;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.proposal.ProposedMask;

class AcceptToolTest {

  private static final int WIDTH = 6;
  private static final int HEIGHT = 3;

  @TempDir Path folder;
  private TestBench bench;
  private AcceptTool tool;

  /** Two regions of class 1, apart, and one of class 2 that is not mapped. */
  @BeforeEach
  void open() throws IOException {
    bench = new TestBench(folder, List.of("......", "3.....", "......"));
    String said = "110110" + "110112" + "000112";
    byte[] classes = new byte[said.length()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (byte) (said.charAt(i) - '0');
    }
    LabelScheme project = LabelScheme.ofNames(List.of("background", "a"));
    ClassMap map = ClassMap.guess("ab".repeat(32), List.of("background", "a", "unknown"), project);
    ProposedMask proposal =
        new ProposedMask(
            "m 8s",
            new ProposedMask.Planes(WIDTH, HEIGHT, 0, classes, new byte[classes.length]),
            map,
            project);
    bench.taking =
        Optional.of(
            new Taking(
                bench.document,
                new Acceptance(proposal, WIDTH, HEIGHT),
                proposal.source(),
                PaintRule.UNPAINTED));
    tool = new AcceptTool(bench);
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  @Test
  void aClickTakesTheRegionWhereNobodyPainted() throws IOException {
    click(tool, 0.5, 0.5);

    assertThat(bench.drawn()).containsExactly("11....", "31....", "......");
    assertThat(bench.document.mask().provenance(0, 0)).isEqualTo(Provenance.model("m 8s"));
    assertThat(bench.document.history().undoCount()).isEqualTo(1);
  }

  @Test
  void aSlipOfTheHandIsStillAClick() throws IOException {
    tool.pressed(at(0.5, 0.5));
    tool.dragged(at(0.7, 0.6));
    tool.released(at(0.7, 0.6));

    assertThat(bench.drawn()).containsExactly("11....", "31....", "......");
  }

  @Test
  void aLineAroundSeveralTakesWhatLiesInIt() throws IOException {
    tool.pressed(at(1, 0));
    tool.dragged(at(6, 0));
    tool.dragged(at(6, 2));
    tool.dragged(at(1, 2));
    tool.released(at(1, 0));

    assertThat(bench.drawn()).containsExactly(".10110", "31011.", "......");
  }

  @Test
  void nothingIsTakenOfAClassThatIsNotMapped() throws IOException {
    click(tool, 5.5, 1.5);

    assertThat(bench.drawn()).containsExactly("......", "3.....", "......");
  }

  @Test
  void theRegionUnderThePointerIsShownBefore() {
    tool.moved(at(4.5, 1.5));

    assertThat(tool.overlays()).hasSize(1);
    tool.moved(at(5.5, 1.5));
    assertThat(tool.overlays()).isEmpty();
  }

  @Test
  void withoutAProposalThereIsNothingToTake() throws IOException {
    bench.taking = Optional.empty();

    click(tool, 0.5, 0.5);

    assertThat(bench.drawn()).containsExactly("......", "3.....", "......");
    assertThat(tool.pending().map(Pending::textKey)).contains("pending.acceptNothing");
  }

  @Test
  void givingUpTakesNothing() throws IOException {
    tool.pressed(at(0, 0));
    tool.dragged(at(6, 3));
    tool.cancel();
    tool.released(at(6, 3));

    assertThat(bench.drawn()).containsExactly("......", "3.....", "......");
  }
}
