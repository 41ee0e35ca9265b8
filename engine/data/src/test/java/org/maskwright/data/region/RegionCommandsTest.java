package org.maskwright.data.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.testing.Counted;

class RegionCommandsTest {

  private static final String[] RING = {
    "1111..", //
    "1..1..", "1.21..", "1111.1", ".....1"
  };

  @Test
  void holesOfAClassAreFilledWhateverIsInside() {
    assertThat(after(Masks.of(RING), ofClass(1), RegionCommands::fillHoles))
        .isEqualTo("1111..\n1111..\n1111..\n1111.1\n.....1");
  }

  @Test
  void holesOfAllClassesAreFilledWhereNobodyDecided() {
    assertThat(after(Masks.of("111111", "1.1221", "111111"), all(), RegionCommands::fillHoles))
        .isEqualTo("111111\n111221\n111111");
  }

  @Test
  void aHoleThatTheRegionCutsStays() {
    Scope left = new Scope(new Region(0, 0, 3, 5), OptionalInt.of(1));

    assertThat(after(Masks.of(RING), left, RegionCommands::fillHoles))
        .isEqualTo(Masks.text(Masks.of(RING)));
  }

  @Test
  void aThinLineSplitsARegionEvenAcrossCorners() {
    LabelMask cut =
        applied(
            Masks.of("1111112", "1111112", "1111112", "1111112", "1111112", "1111112"),
            ofClass(1),
            c -> c.split(new Dab(0, 0, 7, 6, 0.1)));

    assertThat(Components.ofLabel(cut, 1, Connectivity.EIGHT).count()).isEqualTo(2);
    assertThat(Runs.ofLabel(cut, 2, cut.bounds()).count()).isEqualTo(6);
    assertThat(cut.isVoid(cut.index(2, 2))).isTrue();
  }

  @Test
  void specksGoToWhatLiesNearest() {
    LabelMask mask =
        Masks.of(
            "111122222", //
            "111332222",
            "111122222",
            "333333333");

    assertThat(after(mask, ofClass(3), c -> c.removeSpecks(3)))
        .isEqualTo("111122222\n111122222\n111122222\n333333333");
  }

  @Test
  void aSpeckThatReachesOutOfTheRegionIsNone() {
    LabelMask mask = Masks.of("1..1", "..11", "..11");
    Scope region = Scope.ofRegion(new Region(0, 0, 4, 1));

    assertThat(after(mask, region, c -> c.removeSpecks(3))).isEqualTo("...1\n..11\n..11");
  }

  @Test
  void onlyTheLargestPartIsKept() {
    assertThat(after(Masks.of("11.1", "11..", "...1"), ofClass(1), RegionCommands::keepLargest))
        .isEqualTo("11..\n11..\n....");
  }

  @Test
  void growingReachesSoManyPixelsAsTheCrowFlies() {
    LabelMask mask = Masks.of(".....", ".....", "..1..", "..2..", ".....");

    assertThat(after(mask, ofClass(1), c -> c.grow(1)))
        .isEqualTo(".....\n..1..\n.111.\n..1..\n.....");
    assertThat(after(mask, ofClass(1), c -> c.grow(2)))
        .isEqualTo("..1..\n.111.\n11111\n.111.\n..1..");
  }

  @Test
  void shrinkingGivesTheBorderToItsNeighboursAndSparesTheImageEdge() {
    LabelMask mask =
        Masks.of(
            "1111.", //
            "1111.", "1111.", "2222.");

    assertThat(after(mask, ofClass(1), c -> c.shrink(1))).isEqualTo("111..\n111..\n222..\n2222.");
  }

  @Test
  void smoothingFollowsTheMajority() {
    assertThat(
            after(
                Masks.of(
                    "11112222", //
                    "11121222",
                    "11112222",
                    "111v2222"),
                all(),
                c -> c.smooth(1)))
        .isEqualTo("11112222\n11112222\n11112222\n11112222");
  }

  @Test
  void smoothingOneClassTouchesNoOther() {
    assertThat(after(Masks.of("1112", "1312", "1112"), ofClass(2), c -> c.smooth(1)))
        .isEqualTo("1112\n1312\n1112");
  }

  @Test
  void copyingTakesWhatWasDecided() {
    LabelMask mask = Masks.of("111", "...");
    LabelMask other = Masks.of("2.3", "v3.");

    assertThat(after(mask, all(), c -> c.copyFrom(other))).isEqualTo("213\nv3.");
    assertThat(after(mask, ofClass(3), c -> c.copyFrom(other))).isEqualTo("113\n.3.");
  }

  @Test
  void masksOfAnotherSizeAreNotCopied() {
    LabelMask mask = Masks.of("11");

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () ->
                new RegionCommands(mask, Scope.all(mask), Progress.NONE)
                    .copyFrom(Masks.of("1", "1")))
        .matches(e -> e.problem().code() == RegionProblem.SIZE_DIFFERS);
  }

  @Test
  void theRestIsFilledAndVoidIsNoRest() {
    assertThat(after(Masks.of("1.v"), all(), c -> c.fillRest(0))).isEqualTo("10v");
  }

  @Test
  void growingAndShrinkingAgreeWithMeasuringEveryPair() {
    Random random = new Random(4);
    for (int i = 0; i < Counted.times(500); i++) {
      LabelMask mask = random(random);
      int distance = 1 + random.nextInt(4);
      LabelMask grown = applied(mask, ofClass(1), c -> c.grow(distance));
      LabelMask shrunk = applied(mask, ofClass(1), c -> c.shrink(distance));
      for (int y = 0; y < mask.height(); y++) {
        for (int x = 0; x < mask.width(); x++) {
          boolean own = mask.label(x, y) == 1;
          assertThat(grown.label(x, y) == 1).isEqualTo(own || near(mask, x, y, distance, true));
          assertThat(shrunk.label(x, y) == 1).isEqualTo(own && !near(mask, x, y, distance, false));
        }
      }
    }
  }

  private static boolean near(LabelMask mask, int x, int y, int distance, boolean ofClass) {
    for (int py = 0; py < mask.height(); py++) {
      for (int px = 0; px < mask.width(); px++) {
        int square = (px - x) * (px - x) + (py - y) * (py - y);
        if (square <= distance * distance && (mask.label(px, py) == 1) == ofClass) {
          return true;
        }
      }
    }
    return false;
  }

  private static LabelMask random(Random random) {
    LabelMask mask = new LabelMask(1 + random.nextInt(90), 1 + random.nextInt(12));
    for (int i = 0; i < mask.labels().length; i++) {
      int label = random.nextInt(9) == 0 ? 1 : 0;
      mask.set(i % mask.width(), i / mask.width(), label, Provenance.of(Provenance.Kind.BRUSH));
    }
    return mask;
  }

  @FunctionalInterface
  private interface Command {
    RegionChange on(RegionCommands commands) throws DataException;
  }

  @FunctionalInterface
  private interface ScopeOf {
    Scope of(LabelMask mask);
  }

  private static ScopeOf all() {
    return Scope::all;
  }

  private static ScopeOf ofClass(int label) {
    return mask -> Scope.ofClass(mask, label);
  }

  private static String after(LabelMask mask, Scope scope, Command command) {
    return after(mask, m -> scope, command);
  }

  private static String after(LabelMask mask, ScopeOf scope, Command command) {
    return Masks.text(applied(mask, scope, command));
  }

  private static LabelMask applied(LabelMask mask, ScopeOf scope, Command command) {
    LabelMask changed = mask.copy();
    try {
      RegionChange change = command.on(new RegionCommands(mask, scope.of(mask), Progress.NONE));
      change.parts().forEach(part -> set(changed, part));
    } catch (DataException e) {
      throw new IllegalStateException(e);
    }
    return changed;
  }

  private static void set(LabelMask mask, RegionChange.Part part) {
    boolean undecided = part.label() == RegionChange.UNLABELLED;
    part.area()
        .forEachRun(
            (y, from, to) -> {
              for (int x = from; x < to; x++) {
                mask.set(
                    x,
                    y,
                    undecided ? LabelMask.IGNORE : part.label(),
                    undecided ? Provenance.NONE : Provenance.of(Provenance.Kind.COMMAND));
              }
            });
  }

  /** Large areas of one class take seconds: nobody waits for its end. */
  @ParameterizedTest
  @MethodSource("slowCommands")
  void aCancelIsHeardInTheMiddleOfAClass(Function<RegionCommands, RegionChange> command) {
    LabelMask mask = Masks.of("1.1.1.1", ".......", "1.2.1.1", "......2");
    AtomicInteger asked = new AtomicInteger();
    Progress cancelledAfterTheFirstLook =
        new Progress() {
          @Override
          public void report(String phase, long done, long total) {}

          @Override
          public boolean cancelled() {
            return asked.getAndIncrement() > 0;
          }
        };

    RegionCommands commands =
        new RegionCommands(mask, Scope.ofClass(mask, 1), cancelledAfterTheFirstLook);
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> command.apply(commands));
  }

  static List<Function<RegionCommands, RegionChange>> slowCommands() {
    return List.of(
        commands -> commands.grow(3),
        commands -> commands.shrink(3),
        commands -> commands.removeSpecks(100),
        RegionCommands::keepLargest,
        commands -> commands.smooth(2));
  }
}
