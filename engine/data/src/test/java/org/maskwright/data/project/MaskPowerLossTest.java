package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.label.Provenance;
import org.maskwright.testing.Counted;
import org.maskwright.testing.DyingDisk;
import org.maskwright.testing.ForgetfulDisk;

/** A program dies, or the power goes, at any step of a save: the old mask is there, or the new. */
class MaskPowerLossTest {

  /** More than the changes that a test makes. */
  private static final int FOR_EVER = 1000;

  private static final int POWER_CUTS = Counted.times(30);

  private final ProjectFolder folder = new ProjectFolder(Path.of("project"));
  private final ImageId image = new ImageId("photos", "trip/a.jpg", 0);
  private ForgetfulDisk disk = new ForgetfulDisk();

  /** The last mask whose save came to its end, and all that were under way since. */
  private final List<Optional<LabelMask>> possible = new ArrayList<>();

  private int label;

  @BeforeEach
  void startAfresh() {
    disk = new ForgetfulDisk();
    possible.clear();
    possible.add(Optional.empty());
    label = 0;
  }

  /** What a program does until it dies. */
  private interface Work {
    void on(MaskStore store) throws IOException;
  }

  @Test
  void aProgramThatDiesLeavesTheOldMaskOrTheNew() throws IOException {
    for (int changes = 0; dies(this::threeSaves, changes); changes++) {
      assertOldOrNew("after change " + changes);
      startAfresh();
    }
  }

  @Test
  void aPowerCutLeavesTheOldMaskOrTheNew() throws IOException {
    for (int seed = 0; seed < POWER_CUTS; seed++) {
      startAfresh();
      for (int changes = 0; dies(this::threeSaves, changes); changes++) {
        disk.cutPower(new Random(seed));
        assertOldOrNew("seed " + seed + ", after change " + changes);
        startAfresh();
      }
    }
  }

  @Test
  void whatWasSavedSurvivesAPowerCut() throws IOException {
    for (int seed = 0; seed < Counted.times(100); seed++) {
      startAfresh();
      threeSaves(store(FOR_EVER));
      disk.cutPower(new Random(seed));
      assertOldOrNew("seed " + seed);
    }
  }

  @Test
  void oneMishapAfterAnotherLeavesTheOldMaskOrTheNew() throws IOException {
    for (int seed = 0; seed < Counted.times(1000); seed++) {
      startAfresh();
      Random random = new Random(seed);
      for (int life = 0; life < 6; life++) {
        dies(this::threeSaves, random.nextInt(60));
        boolean powerCut = random.nextBoolean();
        if (powerCut) {
          disk.cutPower(random);
        }
        assertOldOrNew("seed " + seed + ", life " + life);
        if (powerCut) {
          // What survived one power cut has no excuse to be lost in the next.
          possible.clear();
          possible.add(store(FOR_EVER).read(image));
        }
      }
    }
  }

  @Test
  void choosingBetweenTwoCopiesLosesNeither() throws IOException {
    for (ExternalChange.Choice choice : ExternalChange.Choice.values()) {
      for (int seed = 0; seed < POWER_CUTS; seed++) {
        boolean died = true;
        for (int changes = 0; died; changes++) {
          startAfresh();
          threeSaves(store(FOR_EVER));
          byte[] theirs = changeFromOutside();
          died = dies(store -> resolve(store, choice), changes);
          disk.cutPower(new Random(seed));
          String when = "%s, seed %d, after change %d".formatted(choice, seed, changes);
          assertThat(labelsThatAreLeft())
              .as(when)
              .contains(labels(possible.get(0).orElseThrow()), MaskPaths.sha256(index(theirs)));
        }
      }
    }
  }

  private void resolve(MaskStore store, ExternalChange.Choice choice) throws IOException {
    store.resolve(store.externalChange(image).orElseThrow(), choice);
  }

  private byte[] changeFromOutside() throws IOException {
    byte[] theirs = new EncodedMask(new LabelMask(9, 7)).labels();
    disk.settle();
    disk.tamper(folder.masks().resolve("photos/trip/a.jpg.mask.png"), theirs);
    return theirs;
  }

  /** Whatever a person can still get at: the mask, both copies of a change, what was set aside. */
  private List<String> labelsThatAreLeft() throws IOException {
    List<String> left = new ArrayList<>();
    MaskStore store = store(FOR_EVER);
    Optional<ExternalChange> change = store.externalChange(image);
    if (change.isPresent()) {
      change.get().ours().ifPresent(ours -> left.add(labels(ours)));
      change.get().theirs().ifPresent(theirs -> left.add(labels(theirs)));
    } else {
      left.add(labels(store.read(image).orElseThrow()));
    }
    Path aside = folder.setAside().resolve("photos/trip/a.jpg.1.mask.png");
    if (disk.exists(aside)) {
      left.add(MaskPaths.sha256(index(disk.read(aside))));
    }
    return left;
  }

  private static String labels(LabelMask mask) {
    return MaskPaths.sha256(mask.labels());
  }

  private static byte[] index(byte[] file) throws IOException {
    return MaskPng.read(file, "mask").indices();
  }

  @Test
  void aMaskThatSomebodyWroteOverAnUnfinishedSaveIsSetAside() throws IOException {
    boolean died = true;
    int found = 0;
    for (int changes = 0; died; changes++) {
      startAfresh();
      threeSaves(store(FOR_EVER));
      died = dies(this::threeSaves, changes);
      byte[] theirs = changeFromOutside();
      if (store(FOR_EVER).externalChange(image).isEmpty()) {
        found++;
        threeSaves(store(FOR_EVER));
        assertThat(disk.read(folder.setAside().resolve("photos/trip/a.jpg.1.mask.png")))
            .as("after change %d", changes)
            .isEqualTo(theirs);
      }
    }
    assertThat(found).isPositive();
  }

  /** Lets a program work until it dies; true if it did. */
  private boolean dies(Work work, int changes) throws IOException {
    try {
      work.on(store(changes));
      return false;
    } catch (DyingDisk.Died died) {
      return true;
    }
  }

  private MaskStore store(int changes) throws IOException {
    Workplace real = ProjectFixture.workplace(Path.of("user"));
    Workplace workplace =
        new Workplace(
            new DyingDisk(disk, changes),
            real.cache(),
            real.spill(),
            real.author(),
            real.clock(),
            real.program());
    Roots roots = Roots.of(List.of(new ImageRoot("photos", Path.of("photos"))));
    return new MaskStore(folder, workplace, () -> roots, new Granted());
  }

  /** Saves of masks that differ in every pixel, so that half of one would be noticed. */
  private void threeSaves(MaskStore store) throws IOException {
    for (int i = 0; i < 3; i++) {
      label = (label + 1) % 200;
      LabelMask mask = new LabelMask(9, 7);
      for (int at = 0; at < 9 * 7; at++) {
        mask.set(at % 9, at / 9, label, Provenance.model("model " + label));
      }
      possible.add(Optional.of(mask));
      store.save(image, mask);
      possible.clear();
      possible.add(Optional.of(mask));
    }
  }

  private void assertOldOrNew(String when) throws IOException {
    MaskStore store = store(FOR_EVER);
    assertThat(store.externalChange(image)).as(when).isEmpty();
    assertThat(store.read(image).map(MaskPowerLossTest::pixels))
        .as(when)
        .isIn(possible.stream().map(mask -> mask.map(MaskPowerLossTest::pixels)).toList());
  }

  /** What pixels there are: one kind, unless halves of two masks have met. */
  private static Set<String> pixels(LabelMask mask) {
    Set<String> pixels = new TreeSet<>();
    for (int i = 0; i < mask.labels().length; i++) {
      Provenance hand = mask.provenances().get(mask.provenanceCodes()[i]);
      pixels.add((mask.labels()[i] & 0xFF) + " " + hand);
    }
    return pixels;
  }

  /** What a program has that holds the lock. */
  private static final class Granted implements WriteAccess {
    @Override
    public void check() {}

    @Override
    public boolean isGranted() {
      return true;
    }

    @Override
    public void close() {}
  }
}
