package org.maskwright.app.session;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.project.ImageId;

/**
 * An image with its mask.
 *
 * @param document takes edits; empty where the mask may only be looked at
 */
public record OpenImage(
    ImageId id, PixelSource pixels, LabelMask mask, Optional<MaskDocument> document)
    implements Closeable {

  /** True while a stroke is being painted. */
  boolean isPainting() {
    return document.filter(MaskDocument::isPainting).isPresent();
  }

  long pixelCount() {
    return (long) pixels.width() * pixels.height();
  }

  /** Saves the mask and lets go of its files; the pixels stay readable. */
  void closeMask() throws IOException {
    if (document.isPresent()) {
      try (MaskDocument closed = document.get()) {
        closed.cancelStroke();
        closed.save();
      }
    }
  }

  /** Saves the mask, then lets go of the files. */
  @Override
  public void close() throws IOException {
    try {
      closeMask();
    } finally {
      pixels.close();
    }
  }
}
