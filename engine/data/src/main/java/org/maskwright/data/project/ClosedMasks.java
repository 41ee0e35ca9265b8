package org.maskwright.data.project;

import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.ProjectDocuments;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.journal.JournalListener;

/** Lends the masks of a project to a command over many of them, while none is open elsewhere. */
final class ClosedMasks implements ProjectDocuments {

  private final OpenMasks open;
  private final Supplier<Roots> roots;
  private final Set<Integer> locked;

  ClosedMasks(OpenMasks open, Supplier<Roots> roots, Set<Integer> locked) {
    this.open = open;
    this.roots = roots;
    this.locked = Set.copyOf(locked);
  }

  @Override
  public MaskDocument open(String image) throws IOException {
    ImageId id = ImageId.parse(image);
    ImageHeader header = ImageProbe.header(roots.get().imageRef(id));
    // Nothing is painted at leisure here: strokes that cannot be kept fail the save that follows.
    MaskDocument document = open.open(id, header.width(), header.height(), JournalListener.NONE);
    document.lock(locked);
    return document;
  }

  @Override
  public void release(String image, MaskDocument document) throws IOException {
    try (document) {
      document.save();
    }
  }
}
