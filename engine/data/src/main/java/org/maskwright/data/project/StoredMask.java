package org.maskwright.data.project;

import java.io.IOException;
import java.util.Optional;
import org.maskwright.data.edit.MaskFile;
import org.maskwright.data.edit.SaveStamp;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.problem.DataException;

/** The mask of one image as a document loads and saves it. */
record StoredMask(MaskStore store, ImageId image, int width, int height) implements MaskFile {

  @Override
  public Loaded load() throws IOException {
    Optional<LabelMask> stored = store.read(image);
    LabelMask mask = stored.isPresent() ? stored.get() : new LabelMask(width, height);
    if (mask.width() != width || mask.height() != height) {
      throw DataException.of(
          ProjectProblem.MASK_SIZE, image, mask.width(), mask.height(), width, height);
    }
    return new Loaded(mask, store.record(image).stamp().flatMap(MaskStamp::journal));
  }

  @Override
  public void save(LabelMask mask, SaveStamp stamp) throws IOException {
    store.save(image, mask, stamp);
  }
}
