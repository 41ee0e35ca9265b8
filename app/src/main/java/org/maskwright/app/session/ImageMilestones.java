package org.maskwright.app.session;

import java.io.IOException;
import java.util.Optional;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.edit.Stroke;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.MaskStore;
import org.maskwright.data.project.RestOnDone;
import org.maskwright.data.region.Runs;

/**
 * Says how far the work on the image on show is: done, verified, sent back. Masks are written
 * before their state, since an edit that is saved makes an image one in work again.
 */
public final class ImageMilestones {

  private final ProjectSession session;
  private final ImageDesk desk;
  private final ImageFiles files;

  ImageMilestones(ProjectSession session, ImageDesk desk, ImageFiles files) {
    this.session = session;
    this.desk = desk;
    this.files = files;
  }

  private MaskStore masks() {
    return session.project().masks();
  }

  private Optional<OpenImage> shown() {
    return session.currentProperty().get();
  }

  /** True if some pixels of the image on show are decided by nobody. */
  public boolean hasUnlabelled() {
    return shown().map(OpenImage::mask).filter(ImageMilestones::hasUnlabelled).isPresent();
  }

  private static boolean hasUnlabelled(LabelMask mask) {
    for (int i = 0; i < mask.labels().length; i++) {
      if (mask.isUnlabelled(i)) {
        return true;
      }
    }
    return false;
  }

  /** Marks the image done. The pixels that nobody decided become background, or stay. */
  public void done(RestOnDone rest) {
    shown()
        .ifPresent(
            image ->
                change(
                    image.id(),
                    () -> {
                      if (image.document().isPresent()) {
                        finish(image.document().get(), rest);
                      }
                      masks().setState(image.id(), ImageState.READY);
                    }));
  }

  private void finish(MaskDocument document, RestOnDone rest) throws IOException {
    LabelMask mask = document.mask();
    Runs open = rest == RestOnDone.BACKGROUND ? Runs.unlabelled(mask, mask.bounds()) : Runs.NONE;
    if (!open.isEmpty()) {
      String name = session.project().scheme().get(LabelScheme.BACKGROUND).name();
      Stroke stroke = document.begin(StepKind.COMMAND, name);
      Provenance by = Provenance.of(Provenance.Kind.FILL);
      stroke.paint(open, LabelScheme.BACKGROUND, by, PaintRule.EVERYWHERE);
      stroke.end();
    }
    document.save();
  }

  /** Locks the mask of a ready image: a second person agrees with it. */
  public void verify() {
    lock(ImageState.VERIFIED);
  }

  /** Says that the image is not to be labelled. */
  public void exclude() {
    lock(ImageState.UNUSABLE);
  }

  private void lock(ImageState state) {
    shown()
        .ifPresent(
            image -> {
              OpenImage locked =
                  new OpenImage(image.id(), image.pixels(), image.mask(), Optional.empty());
              desk.replace(image, locked);
              session.show(locked);
              desk.write(
                  image.id(),
                  () -> {
                    image.closeMask();
                    masks().setState(image.id(), state);
                  },
                  () -> reopenIfAllowed(image.id()));
            });
  }

  /** Makes a verified image ready again, and one that was put aside one in work. */
  public void unlock() {
    shown()
        .ifPresent(
            image ->
                desk.write(
                    image.id(),
                    () -> {
                      boolean verified = masks().record(image.id()).state() == ImageState.VERIFIED;
                      masks()
                          .setState(image.id(), verified ? ImageState.READY : ImageState.IN_WORK);
                    },
                    () -> reopenIfAllowed(image.id())));
  }

  /** Takes back that the image is done. */
  public void reopen() {
    shown()
        .ifPresent(
            image -> change(image.id(), () -> masks().setState(image.id(), ImageState.IN_WORK)));
  }

  /** Sends a ready image back with a note at the pixel that it is about. */
  public void giveBack(int x, int y, String text) {
    shown()
        .ifPresent(
            image ->
                change(
                    image.id(),
                    () -> {
                      if (image.document().isPresent()) {
                        image.document().get().save();
                      }
                      masks().giveBack(image.id(), x, y, text);
                    }));
  }

  private void change(ImageId image, ImageDesk.Writing writing) {
    desk.write(image, writing, () -> {});
  }

  /** The image on show takes edits again if its state now allows them. */
  private void reopenIfAllowed(ImageId id) {
    Optional<OpenImage> now = shown().filter(image -> image.id().equals(id));
    if (now.isEmpty() || now.get().document().isPresent()) {
      desk.putAway(id);
      return;
    }
    OpenImage image = now.get();
    desk.write(
        id,
        () -> {
          OpenImage fresh = files.withMask(id, image.pixels());
          session.onWindow(() -> reopened(image, fresh));
        },
        () -> {});
  }

  private void reopened(OpenImage before, OpenImage fresh) {
    if (!desk.replace(before, fresh)) {
      desk.write(fresh.id(), fresh::closeMask, () -> {});
      return;
    }
    fresh.document().ifPresent(document -> session.watchDocument(fresh.id(), document));
    if (shown().filter(before::equals).isPresent()) {
      session.show(fresh);
    }
  }
}
