package org.maskwright.data.edit;

import java.io.IOException;
import java.util.Optional;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.Area;
import org.maskwright.data.region.RegionChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step in the making: any number of changes that will be undone as one. It ends with {@link
 * #end}, after which it is safe, or with {@link #cancel}, after which it never was.
 */
public final class Stroke {

  private static final Logger log = LoggerFactory.getLogger(Stroke.class);

  private final MaskDocument document;
  private final StepKind kind;
  private final String label;
  private final TileBackup backup;
  private final Painter painter;
  private StepLog.Parts parts = StepLog.Parts.NONE;

  Stroke(MaskDocument document, StepKind kind, String label, TileBackup backup) {
    this.document = document;
    this.kind = kind;
    this.label = label;
    this.backup = backup;
    this.painter = new Painter(document.mask(), backup, this::relieve);
  }

  /** Sets the pixels of an area that the rule and the locks allow; returns where some changed. */
  public Region paint(Area area, int newLabel, Provenance by, PaintRule rule) {
    synchronized (document) {
      document.requireCurrent(this);
      Region region = painter.paint(area, newLabel, by, rule, document.locked());
      document.tell(region);
      return region;
    }
  }

  /** Makes the pixels of an area ones that nobody decided. */
  public Region erase(Area area, PaintRule rule) {
    return paint(area, LabelMask.IGNORE, Provenance.NONE, rule);
  }

  /** Paints all that a command found; what it leaves unlabelled loses its provenance. */
  public Region paint(RegionChange change, Provenance by, PaintRule rule) {
    Region region = Region.EMPTY;
    for (RegionChange.Part part : change.parts()) {
      boolean undecided = part.label() == RegionChange.UNLABELLED;
      region =
          region.union(
              undecided ? erase(part.area(), rule) : paint(part.area(), part.label(), by, rule));
    }
    return region;
  }

  private void relieve() {
    try {
      parts = document.writeParts(backup, parts);
      backup.clear();
    } catch (IOException e) {
      // They stay in memory; the end of the stroke tries again, and its error is the one to show.
      log.debug("a part of a stroke waits in memory", e);
    }
  }

  /**
   * Ends the step: when this returns, it survives the end of the program. If it can be kept
   * nowhere, it is taken back before the error is thrown.
   *
   * @return the step; empty if nothing changed
   */
  public Optional<StepInfo> end() throws IOException {
    synchronized (document) {
      document.requireCurrent(this);
      try {
        return document.finish(this, backup, parts);
      } catch (IOException e) {
        takeBack(e);
        throw e;
      }
    }
  }

  private void takeBack(IOException reason) {
    try {
      cancel();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  /** Puts everything back as it was before the stroke. */
  public void cancel() throws IOException {
    synchronized (document) {
      document.requireCurrent(this);
      Region region = backup.restore();
      try {
        region = region.union(document.undoParts(parts));
      } finally {
        document.abandon();
        document.tell(region);
      }
    }
  }

  StepKind kind() {
    return kind;
  }

  String label() {
    return label;
  }
}
