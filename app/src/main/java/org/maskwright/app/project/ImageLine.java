package org.maskwright.app.project;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;

/** One image in the list, with what is known about it. */
public final class ImageLine {

  private final ImageEntry entry;
  private final Optional<Split> split;
  private final OptionalDouble score;
  private final String searched;

  ImageLine(ImageEntry entry, Optional<Split> split, OptionalDouble score) {
    this.entry = entry;
    this.split = split;
    this.score = score;
    this.searched = (entry.image().path() + " " + entry.author()).toLowerCase(Locale.ROOT);
  }

  ImageEntry entry() {
    return entry;
  }

  ImageId image() {
    return entry.image();
  }

  ImageState state() {
    return entry.state();
  }

  Instant changed() {
    return entry.changed();
  }

  Optional<Split> split() {
    return split;
  }

  /** How much the image needs a person's eye; where nobody worked it out, nothing. */
  public OptionalDouble score() {
    return score;
  }

  public String name() {
    return entry.image().name();
  }

  /** Who changed it last; empty if nobody did. */
  public String author() {
    return entry.author();
  }

  /** The folders that the image lies in, below its root. */
  public String folder() {
    String path = entry.image().path();
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The state's name, which never changes: for styles, not for people. */
  public String stateId() {
    return entry.state().id();
  }

  /** True if somebody sent the image back with a note. */
  public boolean hasNote() {
    return entry.state() == ImageState.RETURNED;
  }

  boolean mentions(String lowerCase) {
    return searched.contains(lowerCase);
  }

  ImageLine with(ImageEntry changed) {
    return new ImageLine(changed, split, score);
  }
}
