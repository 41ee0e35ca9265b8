package org.maskwright.data.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.MaskFile;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.edit.SaveStamp;
import org.maskwright.data.edit.StepInfo;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.journal.JournalListener;
import org.maskwright.data.journal.JournalPlace;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.proposal.ClassMap.Use;
import org.maskwright.data.region.PolygonFill;
import org.maskwright.data.region.RegionChange;
import org.maskwright.data.task.Progress;
import org.maskwright.testing.Counted;
import org.maskwright.testing.ForgetfulDisk;
import org.maskwright.testing.ManualSchedule;

class AcceptanceTest {

  private static final Provenance PERSON = Provenance.of(Provenance.Kind.BRUSH);
  private static final Provenance OLDER = Provenance.model("older");
  private static final String SOURCE = "newer 8s";

  /** A mask that is nowhere but here. */
  private record GivenMask(LabelMask mask) implements MaskFile {

    @Override
    public Loaded load() {
      return new Loaded(mask, Optional.empty());
    }

    @Override
    public void save(LabelMask saved, SaveStamp stamp) {}
  }

  private static MaskDocument open(LabelMask mask) throws IOException {
    ForgetfulDisk disk = new ForgetfulDisk();
    ManualSchedule time = new ManualSchedule();
    Path root = Path.of("project").toAbsolutePath();
    disk.createFolders(root);
    JournalPlace place =
        new JournalPlace(
            disk,
            root,
            root.resolve("image.journal"),
            Path.of("spill").toAbsolutePath(),
            time,
            JournalListener.NONE);
    return MaskDocument.open(new GivenMask(mask), place, time);
  }

  /** Classes in rows of digits; model class 3 is not mapped. */
  private static ProposedMask proposal(String... rows) throws IOException {
    return halved(0, rows);
  }

  private static ProposedMask halved(int level, String... rows) throws IOException {
    int width = rows[0].length();
    byte[] classes = new byte[width * rows.length];
    byte[] confidence = new byte[classes.length];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (byte) (rows[i / width].charAt(i % width) - '0');
      confidence[i] = (byte) (i * 10);
    }
    return proposal(new ProposedMask.Planes(width, rows.length, level, classes, confidence));
  }

  private static ProposedMask proposal(ProposedMask.Planes planes) throws IOException {
    LabelScheme project = LabelScheme.ofNames(List.of("background", "cat", "dog"));
    ClassMap map =
        ClassMap.guess(Home.MODEL, List.of("background", "cat", "dog", "cow"), project)
            .with(3, Use.IGNORED);
    return new ProposedMask(SOURCE, planes, map, project);
  }

  /** The labels of a mask that a change alone was painted into; a dot where there is none. */
  private static List<String> painted(RegionChange change, int width, int height) {
    char[][] rows = new char[height][width];
    for (char[] row : rows) {
      Arrays.fill(row, '.');
    }
    for (RegionChange.Part part : change.parts()) {
      part.area()
          .forEachRun((y, from, to) -> Arrays.fill(rows[y], from, to, (char) ('0' + part.label())));
    }
    List<String> shown = new ArrayList<>();
    for (char[] row : rows) {
      shown.add(new String(row));
    }
    return shown;
  }

  @Test
  void everythingThatIsMappedIsTaken() throws IOException {
    Acceptance accept = new Acceptance(proposal("0112", "0132"), 4, 2);

    assertThat(painted(accept.all(Progress.NONE), 4, 2)).containsExactly("0112", "01.2");
  }

  @Test
  void oneClassIsTakenAboveAConfidence() throws IOException {
    Acceptance accept = new Acceptance(proposal("0112", "0112"), 4, 2);

    assertThat(painted(accept.ofClass(1, 20, Progress.NONE), 4, 2)).containsExactly("..1.", ".11.");
  }

  @Test
  void oneConnectedRegionIsTakenNotItsTwin() throws IOException {
    Acceptance accept = new Acceptance(proposal("1101", "0101", "1001"), 4, 3);

    assertThat(painted(accept.connected(1, 1, Progress.NONE), 4, 3))
        .containsExactly("11..", ".1..", "....");
  }

  @Test
  void nothingIsTakenWhereNothingIsMapped() throws IOException {
    Acceptance accept = new Acceptance(proposal("13"), 2, 1);

    assertThat(accept.connected(1, 0, Progress.NONE).parts()).isEmpty();
    assertThat(accept.connected(7, 0, Progress.NONE).parts()).isEmpty();
  }

  @Test
  void aLassoTakesWhatLiesInIt() throws IOException {
    Acceptance accept = new Acceptance(proposal("0112", "0112", "0112"), 4, 3);
    double[] around = {1, 1, 4, 1, 4, 2, 1, 2};

    assertThat(
            painted(
                accept.inside(
                    PolygonFill.fill(around, new LabelMask(4, 3).bounds()), Progress.NONE),
                4,
                3))
        .containsExactly("....", ".112", "....");
  }

  @Test
  void aCoarseProposalIsSpreadOverTheImage() throws IOException {
    Acceptance accept = new Acceptance(halved(1, "011", "201"), 5, 3);

    assertThat(painted(accept.all(Progress.NONE), 5, 3)).containsExactly("00111", "00111", "22001");
  }

  @Test
  void acceptingIsOneStepThatNamesTheModel() throws IOException {
    LabelMask mask = new LabelMask(4, 1);
    mask.set(0, 0, 2, PERSON);
    mask.set(1, 0, LabelMask.IGNORE, PERSON);
    mask.set(2, 0, 2, OLDER);
    MaskDocument document = open(mask);
    RegionChange all = new Acceptance(proposal("1111"), 4, 1).all(Progress.NONE);

    Optional<StepInfo> step = Acceptance.accept(document, all, SOURCE, PaintRule.UNPAINTED, "mvoc");

    assertThat(step.map(StepInfo::kind)).contains(StepKind.PROPOSAL);
    assertThat(document.mask().labels()).containsExactly(2, LabelMask.IGNORE, 1, 1);
    assertThat(document.mask().provenance(0, 0)).isEqualTo(PERSON);
    assertThat(document.mask().provenance(2, 0)).isEqualTo(Provenance.model(SOURCE));
    assertThat(document.history().undoCount()).isEqualTo(1);
    document.history().undo();
    assertThat(document.mask().labels()).containsExactly(2, LabelMask.IGNORE, 2, LabelMask.IGNORE);
    assertThat(document.mask().provenance(2, 0)).isEqualTo(OLDER);
  }

  /** Against a plain loop over pixels: rules, locks, sizes and undo, whatever the mask is. */
  @Test
  void neverTakesMoreThanItMay() throws IOException {
    for (int seed = 0; seed < Counted.times(1000); seed++) {
      Random random = new Random(seed);
      LabelMask mask = randomMask(random);
      LabelMask before = mask.copy();
      ProposedMask proposal = proposal(randomPlanes(random, mask));
      PaintRule rule = random.nextBoolean() ? PaintRule.UNPAINTED : PaintRule.EVERYWHERE;
      boolean careful = rule == PaintRule.UNPAINTED;
      int locked = random.nextInt(4);
      MaskDocument document = open(mask);
      document.lock(List.of(locked));

      RegionChange all = new Acceptance(proposal, mask.width(), mask.height()).all(Progress.NONE);
      Acceptance.accept(document, all, SOURCE, rule, "");

      assertTaken(before, document.mask(), proposal, careful, locked);
      document.history().undo();
      assertThat(document.mask().sameLabels(before)).as("undo %d", seed).isTrue();
    }
  }

  private static LabelMask randomMask(Random random) {
    LabelMask mask = new LabelMask(1 + random.nextInt(150), 1 + random.nextInt(150));
    Provenance[] hands = {Provenance.NONE, OLDER, PERSON};
    for (int i = random.nextInt(500); i > 0; i--) {
      Provenance by = hands[random.nextInt(3)];
      int label = by.equals(Provenance.NONE) ? LabelMask.IGNORE : random.nextInt(3);
      mask.set(random.nextInt(mask.width()), random.nextInt(mask.height()), label, by);
    }
    return mask;
  }

  private static ProposedMask.Planes randomPlanes(Random random, LabelMask mask) {
    int level = random.nextInt(3);
    int width = (mask.width() + (1 << level) - 1) >> level;
    int height = (mask.height() + (1 << level) - 1) >> level;
    byte[] classes = new byte[width * height];
    int now = 0;
    for (int i = 0; i < classes.length; i++) {
      now = random.nextInt(5) == 0 ? random.nextInt(4) : now;
      classes[i] = (byte) now;
    }
    return new ProposedMask.Planes(width, height, level, classes, new byte[classes.length]);
  }

  private static void assertTaken(
      LabelMask before, LabelMask after, ProposedMask proposal, boolean careful, int locked) {
    for (int y = 0; y < before.height(); y++) {
      for (int x = 0; x < before.width(); x++) {
        int proposed = proposal.label(proposal.index(x, y));
        int old = before.label(x, y);
        boolean taken =
            proposed != LabelMask.IGNORE
                && proposed != locked
                && old != locked
                && !(careful && before.provenance(x, y).isHuman());
        Provenance by = taken ? Provenance.model(SOURCE) : before.provenance(x, y);
        if (after.label(x, y) != (taken ? proposed : old) || !after.provenance(x, y).equals(by)) {
          throw new AssertionError(
              "pixel %d,%d was %d, is %d".formatted(x, y, old, after.label(x, y)));
        }
      }
    }
  }
}
