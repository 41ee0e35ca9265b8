package org.maskwright.app.tool;

import java.io.IOException;
import org.maskwright.data.click.ObjectRequest;
import org.maskwright.data.click.ObjectSelector;
import org.maskwright.data.click.PhotoSelector;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.region.Runs;

/** Finds objects that were clicked. */
@FunctionalInterface
public interface ObjectSource {

  /** The object, which may take a moment: for work away from the window. */
  Runs select(PixelSource image, ObjectRequest request) throws IOException;

  /** Somebody is about to ask. */
  default void prepare() {}

  /** A source that knows no more than colours. */
  static ObjectSource colours() {
    return new PhotoSelector(ObjectSelector.colours())::select;
  }
}
