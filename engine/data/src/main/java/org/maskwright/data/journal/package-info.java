/** An append-only, checksummed log beside each mask: undo, autosave and crash recovery in one. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.journal;
