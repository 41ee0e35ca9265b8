package org.maskwright.app.tool;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.edit.Stroke;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.region.Area;

/**
 * What the tools paint with, as chosen at the moment.
 *
 * @param label the class
 * @param className for the list of steps
 * @param radius of the brush, in image pixels
 * @param rule which pixels may change
 */
public record Paint(
    MaskDocument document, int label, String className, double radius, PaintRule rule) {

  /** Where tools ask; empty while no mask is open for painting. */
  public interface Source extends Supplier<Optional<Paint>> {}

  /** Fills an area, or makes it unlabelled, as one step. */
  void fill(Area area, boolean erasing) throws IOException {
    Stroke stroke = document.begin(StepKind.FILL, erasing ? "" : className);
    if (erasing) {
      stroke.erase(area, rule);
    } else {
      stroke.paint(area, label, Provenance.of(Provenance.Kind.FILL), rule);
    }
    stroke.end();
  }
}
