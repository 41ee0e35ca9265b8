package org.maskwright.data.project;

import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of the unlabelled pixels of an image that is marked done. */
public enum RestOnDone {
  /** Nobody has decided yet: the person is asked, once a project. */
  ASK("ask"),
  BACKGROUND("background"),
  UNLABELLED("unlabelled");

  private final String id;

  RestOnDone(String id) {
    this.id = id;
  }

  /** The name in files. */
  public String id() {
    return id;
  }

  static Optional<RestOnDone> byId(String id) {
    return Stream.of(values()).filter(r -> r.id.equals(id)).findFirst();
  }
}
