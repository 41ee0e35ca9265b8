package org.maskwright.data.edit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.maskwright.data.io.Disk;
import org.maskwright.data.journal.JournalListener;
import org.maskwright.data.journal.JournalPlace;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.region.Runs;
import org.maskwright.testing.ForgetfulDisk;
import org.maskwright.testing.ManualSchedule;

/** A place with one mask on a disk in memory, where a test can paint, crash and come back. */
final class Desk implements JournalListener {

  static final Provenance BRUSH = Provenance.of(Provenance.Kind.BRUSH);

  final ForgetfulDisk disk = new ForgetfulDisk();
  final ManualSchedule time = new ManualSchedule();
  final Path root = Path.of("project").toAbsolutePath();
  final Path spill = Path.of("spill").toAbsolutePath();
  final Path journal = root.resolve("journal/image.mwj");
  final List<Problem> troubles = new ArrayList<>();
  int settled;
  private final int width;
  private final int height;

  Desk(int width, int height) {
    this.width = width;
    this.height = height;
    try {
      disk.createFolders(root);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  PlainMaskFile file() {
    return new PlainMaskFile(disk, root.resolve("mask"), width, height);
  }

  MaskDocument open() throws IOException {
    return MaskDocument.open(file(), place(disk), time);
  }

  JournalPlace place(Disk on) {
    return new JournalPlace(on, root, journal, spill, time, this);
  }

  /** One brush step over a rectangle. */
  static StepInfo paint(MaskDocument document, Region region, int label) throws IOException {
    Stroke stroke = document.begin(StepKind.BRUSH, "brush " + label);
    stroke.paint(Runs.rectangle(region), label, BRUSH, PaintRule.EVERYWHERE);
    return stroke.end().orElseThrow();
  }

  static boolean same(LabelMask a, LabelMask b) {
    if (!a.sameLabels(b)) {
      return false;
    }
    for (int i = 0; i < a.labels().length; i++) {
      Provenance of = a.provenances().get(a.provenanceCodes()[i]);
      if (!of.equals(b.provenances().get(b.provenanceCodes()[i]))) {
        return false;
      }
    }
    return true;
  }

  /** The labels of a small mask as text. */
  static String labels(LabelMask mask) {
    return Arrays.toString(mask.labels());
  }

  @Override
  public void trouble(Problem problem) {
    troubles.add(problem);
  }

  @Override
  public void settled() {
    settled++;
  }
}
