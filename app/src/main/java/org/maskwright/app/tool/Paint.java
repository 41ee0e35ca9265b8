package org.maskwright.app.tool;

import java.util.Optional;
import java.util.function.Supplier;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.PaintRule;

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
}
