package org.maskwright.data.edit;

import org.maskwright.data.label.Region;

/** Hears which part of a mask changed. */
@FunctionalInterface
public interface MaskListener {

  void changed(Region region);
}
