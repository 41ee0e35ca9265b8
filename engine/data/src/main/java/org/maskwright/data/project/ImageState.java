package org.maskwright.data.project;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How far the work on an image is, and what it may become next. */
public enum ImageState {
  /** Nobody has done anything. */
  UNTOUCHED("untouched"),
  /** A model or an import has suggested a mask. */
  PROPOSED("proposed"),
  IN_WORK("in-work"),
  /** Done, in the eyes of who drew it. */
  READY("ready"),
  /** Done, in the eyes of a second look; locked. */
  VERIFIED("verified"),
  /** Sent back with a note. */
  RETURNED("returned"),
  /** Not to be labelled: blurred, a duplicate, the wrong thing. */
  UNUSABLE("unusable");

  private final String id;

  ImageState(String id) {
    this.id = id;
  }

  /** The name in files. */
  public String id() {
    return id;
  }

  public static Optional<ImageState> byId(String id) {
    return Stream.of(values()).filter(s -> s.id.equals(id)).findFirst();
  }

  /** True if the mask may be changed without a further word. */
  public boolean allowsEdits() {
    return this != VERIFIED && this != UNUSABLE;
  }

  /** True if the mask counts as finished. */
  public boolean isDone() {
    return this == READY || this == VERIFIED;
  }

  /** What the image is after its mask was edited. A returned image stays so until it is ready. */
  public ImageState afterEdit() {
    return this == RETURNED ? RETURNED : IN_WORK;
  }

  public boolean mayBecome(ImageState next) {
    return next == this || successors().contains(next);
  }

  private Set<ImageState> successors() {
    return switch (this) {
      case UNTOUCHED -> EnumSet.of(PROPOSED, IN_WORK, READY, UNUSABLE);
      case PROPOSED -> EnumSet.of(UNTOUCHED, IN_WORK, READY, UNUSABLE);
      case IN_WORK -> EnumSet.of(UNTOUCHED, PROPOSED, READY, UNUSABLE);
      case READY -> EnumSet.of(IN_WORK, VERIFIED, RETURNED, UNUSABLE);
      case VERIFIED -> EnumSet.of(READY);
      case RETURNED -> EnumSet.of(IN_WORK, READY, UNUSABLE);
      case UNUSABLE -> EnumSet.of(UNTOUCHED, IN_WORK);
    };
  }
}
