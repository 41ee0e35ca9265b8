package org.maskwright.data.edit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.journal.JournalListener;
import org.maskwright.data.journal.JournalPlace;
import org.maskwright.data.journal.SyncThread;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.Runs;

/**
 * Paints for ever, in a process of its own, and says so after each stroke. Each stroke follows from
 * its number, and the first two pixels hold that number, so that the mask tells how far it came.
 */
final class PaintingProgram {

  private static final int SIZE = 256;
  private static final int SAVE_EVERY = 7;

  private PaintingProgram() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    MaskDocument document = open(Path.of(arguments[0]));
    out.println("ready");
    for (long step = stepsIn(document.mask()); ; step++) {
      Stroke stroke = document.begin(StepKind.BRUSH, "stroke");
      paint(stroke, step);
      stroke.end();
      out.println(step + 1);
      if (step % SAVE_EVERY == 0) {
        document.save();
      }
    }
  }

  static MaskDocument open(Path folder) throws IOException {
    JournalPlace place =
        new JournalPlace(
            RealDisk.INSTANCE,
            folder,
            folder.resolve("image.mwj"),
            folder.resolve("spill"),
            new SyncThread(),
            JournalListener.NONE);
    MaskFile file = new PlainMaskFile(RealDisk.INSTANCE, folder, SIZE, SIZE);
    return MaskDocument.open(file, place, Clock.systemUTC());
  }

  private static void paint(Stroke stroke, long step) {
    int x = (int) (step * 37 % 200);
    int y = 1 + (int) (step * 61 % 200);
    rectangle(stroke, new Region(x, y, 50, 50), (int) (step % 200));
    long count = step + 1;
    rectangle(stroke, new Region(0, 0, 1, 1), (int) (count / 200));
    rectangle(stroke, new Region(1, 0, 1, 1), (int) (count % 200));
  }

  private static void rectangle(Stroke stroke, Region region, int label) {
    stroke.paint(Runs.rectangle(region), label, Desk.BRUSH, PaintRule.EVERYWHERE);
  }

  /** How many strokes a mask has seen. */
  static long stepsIn(LabelMask mask) {
    return mask.isUnlabelled(0) ? 0 : mask.label(0, 0) * 200L + mask.label(1, 0);
  }

  /** What the mask must look like after so many strokes. */
  static LabelMask maskAfter(long steps) throws IOException {
    MaskDocument document = new Desk(SIZE, SIZE).open();
    Stroke stroke = document.begin(StepKind.BRUSH, "all");
    for (long step = 0; step < steps; step++) {
      paint(stroke, step);
    }
    return document.mask();
  }
}
