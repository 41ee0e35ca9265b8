package org.maskwright.app.classes;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.maskwright.data.label.LabelClass;

/** One class in the panel. */
public final class ClassRow {

  private final LabelClass label;
  private final int digit;
  private final ReadOnlyLongWrapper here = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper overall = new ReadOnlyLongWrapper();
  private final BooleanProperty locked = new SimpleBooleanProperty();
  private final BooleanProperty hidden = new SimpleBooleanProperty();
  private final BooleanProperty solo = new SimpleBooleanProperty();

  ClassRow(LabelClass label, int digit) {
    this.label = label;
    this.digit = digit;
  }

  LabelClass label() {
    return label;
  }

  public int index() {
    return label.index();
  }

  public String name() {
    return label.name();
  }

  public int displayRgb() {
    return label.displayRgb();
  }

  /** The digit key that chooses it; 0 if there is none. */
  public int digit() {
    return digit;
  }

  /** Pixels in the image on show. */
  public ReadOnlyLongProperty hereProperty() {
    return here.getReadOnlyProperty();
  }

  /** Pixels in all masks that were counted so far. */
  public ReadOnlyLongProperty overallProperty() {
    return overall.getReadOnlyProperty();
  }

  public BooleanProperty lockedProperty() {
    return locked;
  }

  public BooleanProperty hiddenProperty() {
    return hidden;
  }

  /** True if it is the only class that is drawn. */
  public BooleanProperty soloProperty() {
    return solo;
  }

  void count(long inImage, long inProject) {
    here.set(inImage);
    overall.set(inProject);
  }
}
