package org.maskwright.data.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.label.Provenance;

/**
 * What the project knows about one image beside its mask.
 *
 * @param note why the image was returned
 * @param author who changed it last
 * @param provenances what the provenance codes 1, 2, 3 ... of the mask mean
 * @param stamp of the mask, if there is one
 */
public record ImageRecord(
    ImageId image,
    ImageState state,
    Optional<Note> note,
    String author,
    Instant changed,
    List<Provenance> provenances,
    Optional<MaskStamp> stamp) {

  /** The record of an image that nobody has touched. */
  static ImageRecord untouched(ImageId image) {
    return new ImageRecord(
        image,
        ImageState.UNTOUCHED,
        Optional.empty(),
        "",
        Instant.EPOCH,
        List.of(),
        Optional.empty());
  }

  /** The same image in another state; a note stays only while the image is returned. */
  ImageRecord in(ImageState next, Optional<Note> why, String by, Instant now) {
    Optional<Note> kept = next == ImageState.RETURNED ? why.or(() -> note) : Optional.empty();
    return new ImageRecord(image, next, kept, by, now, provenances, stamp);
  }

  ImageRecord with(List<Provenance> meanings, Optional<MaskStamp> newStamp) {
    return new ImageRecord(image, state, note, author, changed, meanings, newStamp);
  }
}
