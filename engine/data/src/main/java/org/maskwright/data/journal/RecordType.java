package org.maskwright.data.journal;

import org.jspecify.annotations.Nullable;

/** What a record is about. The ids are written to files: never change one. */
public enum RecordType {
  /** Tiles of a step that is too large for one record; counts once its STEP has come. */
  PART(0),
  /** A finished step: its last tiles, and what it was. */
  STEP(1),
  /** A step was taken back. */
  UNDO(2),
  /** A step was brought back. */
  REDO(3),
  /** The mask file is about to become equal to the mask as of here. */
  SAVING(4),
  /** It has. */
  SAVED(5),
  /** Steps before here fit no longer what the mask was since. */
  BARRIER(6),
  /** Stands where bytes were lost. */
  LOST(7),
  /** One command over several masks. */
  PROJECT_EDIT(8);

  private final int id;

  RecordType(int id) {
    this.id = id;
  }

  int id() {
    return id;
  }

  static @Nullable RecordType of(int id) {
    for (RecordType type : values()) {
      if (type.id == id) {
        return type;
      }
    }
    return null;
  }
}
