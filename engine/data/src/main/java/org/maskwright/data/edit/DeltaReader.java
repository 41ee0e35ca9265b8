package org.maskwright.data.edit;

import java.util.Arrays;
import org.maskwright.data.journal.RecordReader;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;

/** Brings the changed tiles of a record to a mask: forwards to redo, backwards to undo. */
final class DeltaReader {

  /** What is done with the changes. */
  enum Use {
    /** Nothing: the record is only checked, so that a mask is never half changed. */
    CHECK,
    UNDO,
    REDO
  }

  private static final int CODES = 256;

  private final LabelMask mask;
  private final TileGrid grid;
  private final Use use;
  private final byte[] codes = new byte[CODES];
  private int codeCount;
  private int oldLabel;
  private int oldCode;
  private int newLabel;
  private int newCode;

  private DeltaReader(LabelMask mask, Use use) {
    this.mask = mask;
    this.grid = TileGrid.of(mask);
    this.use = use;
  }

  /** Applies the tiles that follow in this content, and says where something changed. */
  static Region apply(RecordReader content, LabelMask mask, Use use) throws DataException {
    RecordReader tiles = content.slice(content.getInt());
    DeltaReader reader = new DeltaReader(mask, use);
    reader.readCodes(content);
    Region region = Region.EMPTY;
    while (tiles.remaining() > 0) {
      region = region.union(reader.tile(tiles));
    }
    return region;
  }

  /** Passes over the tiles. */
  static void skip(RecordReader content) throws DataException {
    content.slice(content.getInt());
    int count = content.getVarint(CODES - 1);
    for (int i = 0; i < count; i++) {
      content.getText();
      content.getText();
    }
  }

  private void readCodes(RecordReader content) throws DataException {
    codeCount = content.getVarint(CODES - 1) + 1;
    for (int i = 1; i < codeCount; i++) {
      Provenance.Kind kind = kind(content);
      codes[i] = mask.provenances().code(new Provenance(kind, content.getText()));
    }
  }

  private static Provenance.Kind kind(RecordReader content) throws DataException {
    String id = content.getText();
    return Arrays.stream(Provenance.Kind.values())
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow(content::damaged);
  }

  private Region tile(RecordReader tiles) throws DataException {
    Region region = grid.region(tiles.getVarint(grid.count() - 1));
    int pixels = (int) region.area();
    int at = 0;
    int top = region.height();
    int bottom = 0;
    for (int tag = tiles.getVarint(2 * pixels + 1);
        tag != 0;
        tag = tiles.getVarint(2 * pixels + 1)) {
      int length = tag >> 1;
      at += tiles.getVarint(pixels - at);
      if (length == 0 || length > pixels - at) {
        throw tiles.damaged();
      }
      if ((tag & 1) == 0) {
        readChange(tiles);
      }
      run(region, at, length);
      top = Math.min(top, at / region.width());
      at += length;
      bottom = (at - 1) / region.width() + 1;
    }
    return Region.between(region.x(), region.y() + top, region.right(), region.y() + bottom);
  }

  private void readChange(RecordReader tiles) throws DataException {
    oldLabel = tiles.getByte();
    oldCode = tiles.getByte();
    newLabel = tiles.getByte();
    newCode = tiles.getByte();
    if (oldCode >= codeCount || newCode >= codeCount) {
      throw tiles.damaged();
    }
  }

  private void run(Region region, int from, int length) {
    if (use == Use.CHECK) {
      return;
    }
    byte label = (byte) (use == Use.REDO ? newLabel : oldLabel);
    byte code = codes[use == Use.REDO ? newCode : oldCode];
    int to = from + length;
    for (int at = from; at < to; ) {
      int column = at % region.width();
      int count = Math.min(region.width() - column, to - at);
      int index = mask.index(region.x() + column, region.y() + at / region.width());
      Arrays.fill(mask.labels(), index, index + count, label);
      Arrays.fill(mask.provenanceCodes(), index, index + count, code);
      at += count;
    }
  }
}
