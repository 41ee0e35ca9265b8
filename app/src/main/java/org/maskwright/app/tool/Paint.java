package org.maskwright.app.tool;

import java.io.IOException;
import org.maskwright.app.session.ToolOptions;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.edit.Stroke;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.region.Area;
import org.maskwright.data.region.RegionChange;

/**
 * What the tools paint with, as chosen at the moment.
 *
 * @param label the class
 * @param className for the list of steps
 * @param rule which pixels painting may change
 * @param eraseRule which pixels erasing may change
 */
public record Paint(
    MaskDocument document,
    int label,
    String className,
    ToolOptions options,
    PaintRule rule,
    PaintRule eraseRule) {

  /** Begins a step of painting or erasing. */
  Stroke begin(StepKind kind, boolean erasing) {
    return document.begin(kind, erasing ? "" : className);
  }

  /** Paints an area in a stroke, or makes it unlabelled. */
  void apply(Stroke stroke, Area area, Provenance.Kind by, boolean erasing) {
    if (erasing) {
      stroke.erase(area, eraseRule);
    } else {
      stroke.paint(area, label, Provenance.of(by), rule);
    }
  }

  /** Fills an area, or makes it unlabelled, as one step. */
  public void fill(Area area, boolean erasing) throws IOException {
    Stroke stroke = begin(StepKind.FILL, erasing);
    apply(stroke, area, Provenance.Kind.FILL, erasing);
    stroke.end();
  }

  /** Paints a change as one step. */
  public void change(RegionChange change) throws IOException {
    Stroke stroke = document.begin(StepKind.COMMAND, className);
    stroke.paint(change, Provenance.of(Provenance.Kind.COMMAND), rule);
    stroke.end();
  }

  /** Paints an object that was clicked, and takes away what is no part of it, as one step. */
  public void object(Area painted, Area erased) throws IOException {
    Stroke stroke = document.begin(StepKind.CLICK, className);
    stroke.erase(erased, eraseRule);
    stroke.paint(painted, label, Provenance.of(Provenance.Kind.CLICK), rule);
    stroke.end();
  }
}
