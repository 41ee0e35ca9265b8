package org.maskwright.app.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskwright.app.tool.TestBench.at;
import static org.maskwright.app.tool.TestBench.click;
import static org.maskwright.app.tool.TestBench.subtractingAt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.tool.Pending.Ends;
import org.maskwright.app.tool.Sketch.Mark;
import org.maskwright.app.tool.Sketch.Tag;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.label.Provenance;
import org.maskwright.testing.Counted;

class ClickToolTest extends ClickedSquare {

  @Test
  void clickedObjectIsPaintedAsOneStepWhenItIsAccepted() throws IOException {
    click(tool, 15, 12);
    assertThat(bench.drawn()).isEqualTo(blank());
    assertThat(tool.overlays()).hasSize(1);
    assertThat(tool.pending().orElseThrow().ends()).isEqualTo(Ends.WITH_ACCEPT);

    tool.accept();

    assertSquare('3');
    assertThat(bench.document.history().undoCount()).isEqualTo(1);
    assertThat(bench.document.history().undoable().orElseThrow().kind()).isEqualTo(StepKind.CLICK);
    Provenance by = bench.document.mask().provenance(15, 12);
    assertThat(by).isEqualTo(Provenance.of(Provenance.Kind.CLICK));
    assertThat(by.isHuman()).isTrue();
    assertThat(tool.overlays()).isEmpty();
    assertThat(pendingKey()).isEqualTo("pending.clickStart");
  }

  @Test
  void escapeLeavesTheMaskAsItWas() throws IOException {
    click(tool, 15, 12);
    tool.cancel();

    assertThat(bench.drawn()).isEqualTo(blank());
    assertThat(tool.overlays()).isEmpty();
    assertThat(tool.sketch().marks()).isEmpty();
  }

  @Test
  void rightButtonAndShiftSayWhatIsNoPart() throws IOException {
    click(tool, 15, 12);
    tool.pressed(subtractingAt(30, 25));
    tool.released(subtractingAt(30, 25));
    Pointer shifted = new Pointer(4, 4, false, true, 1);
    tool.pressed(shifted);
    tool.released(shifted);

    assertThat(tool.sketch().marks())
        .containsExactly(
            new Mark(new Spot(15.5, 12.5), true),
            new Mark(new Spot(30.5, 25.5), false),
            new Mark(new Spot(4.5, 4.5), false));
  }

  @Test
  void theTagSaysWhatTheFirstClickDecides() throws IOException {
    reopen(masked('3', new int[] {2, 2, 6, 6}));
    tool.moved(at(20, 20));
    assertThat(tool.sketch().tag()).contains(new Tag("tag.clickObject", "crack"));
    tool.moved(at(3, 3));
    assertThat(tool.sketch().tag()).contains(new Tag("tag.clickRegion", "crack"));
    bench.label = 2;
    tool.moved(at(3, 3));
    assertThat(tool.sketch().tag()).contains(new Tag("tag.clickObject", "crack"));
    bench.label = 3;
    tool.pressed(subtractingAt(3, 3));
    tool.released(subtractingAt(3, 3));
    tool.moved(at(20, 20));

    assertThat(tool.sketch().tag()).contains(new Tag("tag.clickRegion", "crack"));
  }

  @Test
  void mendingARegionAddsAndTakesAway() throws IOException {
    reopen(masked('3', new int[] {LEFT, TOP, RIGHT, 14}, new int[] {2, 24, 6, 28}));
    click(tool, 12, 10);
    click(tool, 15, 18);
    tool.accept();
    assertThat(bench.document.mask().label(15, 18)).isEqualTo(3);
    assertThat(bench.document.mask().label(12, 10)).isEqualTo(3);

    tool.pressed(subtractingAt(3, 25));
    tool.released(subtractingAt(3, 25));
    assertThat(pendingKey()).isEqualTo("pending.clickRegion");
    tool.accept();

    assertThat(bench.document.mask().isUnlabelled(bench.document.mask().index(3, 25))).isTrue();
    assertThat(bench.document.mask().label(12, 10)).isEqualTo(3);
  }

  @Test
  void mendingChangesNothingElsewhere() throws IOException {
    List<String> drawn =
        masked(
            '3',
            new int[] {LEFT, TOP, RIGHT, 14},
            new int[] {2, 24, 6, 28},
            new int[] {30, 2, 36, 9});
    reopen(drawn);
    for (int seed = 0; seed < Counted.times(300); seed++) {
      Random random = new Random(seed);
      click(tool, LEFT + random.nextInt(14), TOP + random.nextInt(6));
      for (int more = random.nextInt(4); more > 0; more--) {
        boolean negative = random.nextBoolean();
        Pointer pointer =
            new Pointer(random.nextInt(WIDTH), random.nextInt(HEIGHT), negative, false, 1);
        tool.pressed(pointer);
        tool.released(pointer);
      }
      List<Object> said = tool.pending().orElseThrow().arguments();
      List<Mark> marks = tool.sketch().marks();
      tool.accept();

      assertThat(said.get(2)).as("seed %d", seed).isEqualTo(0L);
      assertThat(unclicked(drawn, marks)).as("seed %d", seed).isZero();
      while (bench.document.history().undoCount() > 0) {
        bench.document.history().undo();
      }
    }
  }

  /**
   * Counts changed pixels that no way joins to a click. Ways lead over changed pixels, and over the
   * other regions of the class, which painting over does not change.
   */
  private long unclicked(List<String> before, List<Mark> marks) {
    List<String> after = bench.drawn();
    boolean[] open = new boolean[WIDTH * HEIGHT];
    for (int i = 0; i < open.length; i++) {
      open[i] = isChanged(before, after, i) || isOtherRegion(before, i);
    }
    for (Mark mark : marks) {
      int start = ((int) mark.spot().y()) * WIDTH + (int) mark.spot().x();
      List<Integer> way = new ArrayList<>(List.of(start));
      while (!way.isEmpty()) {
        int at = way.remove(way.size() - 1);
        if (at >= 0 && at < open.length && open[at]) {
          open[at] = false;
          way.addAll(List.of(at - WIDTH, at + WIDTH));
          way.addAll(at % WIDTH > 0 ? List.of(at - 1) : List.of());
          way.addAll(at % WIDTH < WIDTH - 1 ? List.of(at + 1) : List.of());
        }
      }
    }
    long left = 0;
    for (int i = 0; i < open.length; i++) {
      left += open[i] && isChanged(before, after, i) ? 1 : 0;
    }
    return left;
  }

  private static boolean isChanged(List<String> before, List<String> after, int i) {
    return before.get(i / WIDTH).charAt(i % WIDTH) != after.get(i / WIDTH).charAt(i % WIDTH);
  }

  private static boolean isOtherRegion(List<String> before, int i) {
    boolean mended = i % WIDTH >= LEFT && i % WIDTH < RIGHT && i / WIDTH < BOTTOM;
    return !mended && before.get(i / WIDTH).charAt(i % WIDTH) != '.';
  }

  @Test
  void aClickCanBeDragged() throws IOException {
    click(tool, 30, 25);
    tool.pressed(at(30.6, 25.6));
    tool.dragged(at(20, 18));
    tool.dragged(at(15, 12));
    tool.released(at(15, 12));
    assertThat(tool.sketch().marks()).containsExactly(new Mark(new Spot(15.5, 12.5), true));
    tool.accept();

    assertSquare('3');
  }

  @Test
  void aDraggedClickStaysInTheImage() throws IOException {
    click(tool, 30, 25);
    tool.pressed(at(30.5, 25.5));
    tool.dragged(at(-20, 400));
    tool.released(at(-20, 400));

    assertThat(tool.sketch().marks()).containsExactly(new Mark(new Spot(0.5, HEIGHT - 0.5), true));
  }

  @Test
  void aBoxIsAFirstHint() throws IOException {
    tool.pressed(at(7, 5));
    tool.dragged(at(20, 20));
    assertThat(pendingKey()).isEqualTo("pending.clickBox");
    tool.dragged(at(27, 23));
    tool.released(at(27, 23));
    assertThat(tool.sketch().line())
        .containsExactly(new Spot(7, 5), new Spot(27, 5), new Spot(27, 23), new Spot(7, 23));
    tool.accept();

    assertThat(bench.document.mask().label(15, 12)).isEqualTo(3);
    assertThat(bench.document.mask().isUnlabelled(bench.document.mask().index(3, 3))).isTrue();
  }

  @Test
  void backTakesClicksAndThenTheBox() throws IOException {
    assertThat(tool.back()).isFalse();
    tool.pressed(at(7, 5));
    tool.dragged(at(27, 23));
    tool.released(at(27, 23));
    click(tool, 15, 12);
    click(tool, 20, 15);

    assertThat(tool.back()).isTrue();
    assertThat(tool.sketch().marks()).containsExactly(new Mark(new Spot(15.5, 12.5), true));
    assertThat(tool.back()).isTrue();
    assertThat(tool.sketch().marks()).isEmpty();
    assertThat(tool.sketch().line()).hasSize(4);
    assertThat(tool.back()).isTrue();
    assertThat(tool.sketch().line()).isEmpty();
    assertThat(tool.back()).isFalse();
  }

  @Test
  void anotherClassIsTheOneThatIsPainted() throws IOException {
    click(tool, 15, 12);
    bench.label = 2;
    tool.paintChanged();
    tool.accept();

    assertSquare('2');
  }

  @Test
  void aMendedRegionCanGetAnotherClass() throws IOException {
    reopen(square());
    click(tool, 15, 12);
    bench.label = 2;
    tool.paintChanged();
    tool.accept();

    assertSquare('2');
  }
}
