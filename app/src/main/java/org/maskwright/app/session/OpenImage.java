package org.maskwright.app.session;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.project.ImageId;

/**
 * The image on show with its mask.
 *
 * @param document takes edits; empty where the mask may only be looked at
 */
public record OpenImage(
    ImageId id, PixelSource pixels, LabelMask mask, Optional<MaskDocument> document)
    implements Closeable {

  /** Saves the mask, then lets go of the files. */
  @Override
  public void close() throws IOException {
    try {
      if (document.isPresent()) {
        try (MaskDocument closed = document.get()) {
          closed.save();
        }
      }
    } finally {
      pixels.close();
    }
  }
}
