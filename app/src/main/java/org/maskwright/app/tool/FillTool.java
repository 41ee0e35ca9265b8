package org.maskwright.app.tool;

import java.io.IOException;
import java.util.Optional;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.region.Components;
import org.maskwright.data.region.Connectivity;
import org.maskwright.data.region.Runs;

/**
 * Fills the connected area of one label under the pointer, an unlabelled one too; with the right
 * button it makes that area unlabelled.
 */
public final class FillTool implements Tool {

  private final Paint.Source source;

  public FillTool(Paint.Source source) {
    this.source = source;
  }

  @Override
  public void pressed(Pointer pointer) throws IOException {
    Optional<Paint> chosen = source.get();
    if (chosen.isPresent()) {
      fill(chosen.get(), pointer);
    }
  }

  private static void fill(Paint paint, Pointer pointer) throws IOException {
    LabelMask mask = paint.document().mask();
    if (!mask.bounds().contains(pointer.pixelX(), pointer.pixelY())) {
      return;
    }
    paint.fill(areaAt(mask, pointer.pixelX(), pointer.pixelY()), pointer.subtract());
  }

  /** By sides only: a fill must not leak through the corners of a diagonal line. */
  private static Runs areaAt(LabelMask mask, int x, int y) {
    Components parts = Components.of(sameAs(mask, mask.index(x, y)), Connectivity.FOUR);
    return parts.get(parts.partAt(x, y));
  }

  private static Runs sameAs(LabelMask mask, int index) {
    if (mask.isUnlabelled(index)) {
      return Runs.unlabelled(mask, mask.bounds());
    }
    return mask.isVoid(index)
        ? Runs.where(mask, mask.bounds(), mask::isVoid)
        : Runs.ofLabel(mask, mask.labels()[index], mask.bounds());
  }

  @Override
  public void dragged(Pointer pointer) {}

  @Override
  public void released(Pointer pointer) {}

  @Override
  public void cancel() {}

  @Override
  public boolean isPending() {
    return false;
  }
}
