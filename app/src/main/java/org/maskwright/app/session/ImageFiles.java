package org.maskwright.app.session;

import java.io.IOException;
import java.util.Optional;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.image.pyramid.ImageOpener;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;

/** Reads images and their masks; on any thread. */
final class ImageFiles {

  /** Nothing larger is read before somebody asks: two of them would fill the memory. */
  private static final long LARGEST_AHEAD = ImageDesk.MOST_PIXELS / 2;

  private final Project project;
  private final ImageOpener images;
  private final JournalTroubles troubles;

  ImageFiles(Project project, ImageOpener images, JournalTroubles troubles) {
    this.project = project;
    this.images = images;
    this.troubles = troubles;
  }

  /** Opens an image and its mask; nothing if the ticket does not allow it any more. */
  Optional<OpenImage> open(ImageId image, OpeningTicket ticket, Progress progress)
      throws IOException {
    if (!ticket.begin()) {
      return Optional.empty();
    }
    ImageRef ref = project.roots().imageRef(image);
    if (ticket.isAhead() && ImageProbe.header(ref).pixels() > LARGEST_AHEAD) {
      return Optional.empty();
    }
    PixelSource pixels = images.open(ref, project.roots().imageSettings(image), progress);
    boolean opened = false;
    try {
      OpenImage open = withMask(image, pixels);
      opened = true;
      return Optional.of(open);
    } finally {
      if (!opened) {
        pixels.close();
      }
    }
  }

  /** The image with its mask as it may be edited now. */
  OpenImage withMask(ImageId image, PixelSource pixels) throws IOException {
    if (!project.isReadOnly() && project.masks().record(image).state().allowsEdits()) {
      MaskDocument document =
          project.open().open(image, pixels.width(), pixels.height(), troubles.listener(image));
      return new OpenImage(image, pixels, document.mask(), Optional.of(document));
    }
    LabelMask mask =
        project.masks().read(image).orElseGet(() -> new LabelMask(pixels.width(), pixels.height()));
    return new OpenImage(image, pixels, mask, Optional.empty());
  }
}
