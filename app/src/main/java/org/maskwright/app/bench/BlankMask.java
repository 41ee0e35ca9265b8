package org.maskwright.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.MaskFile;
import org.maskwright.data.edit.SaveStamp;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.journal.JournalListener;
import org.maskwright.data.journal.JournalPlace;
import org.maskwright.data.journal.SyncThread;
import org.maskwright.data.label.LabelMask;

/** A mask of any size that is journalled as any other, but never saved. */
record BlankMask(int width, int height) implements MaskFile {

  MaskDocument open(Path folder, SyncThread sync) throws IOException {
    JournalPlace place =
        new JournalPlace(
            RealDisk.INSTANCE,
            folder,
            folder.resolve(width + "x" + height + ".mwj"),
            folder.resolve("spill"),
            sync,
            JournalListener.NONE);
    return MaskDocument.open(this, place, Clock.systemUTC());
  }

  @Override
  public Loaded load() {
    return new Loaded(new LabelMask(width, height), Optional.empty());
  }

  @Override
  public void save(LabelMask mask, SaveStamp stamp) {
    throw new UnsupportedOperationException("only strokes are measured here");
  }
}
