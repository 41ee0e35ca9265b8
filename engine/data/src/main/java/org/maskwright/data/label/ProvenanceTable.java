package org.maskwright.data.label;

import java.util.ArrayList;
import java.util.List;

/**
 * The provenances that occur in one mask, so that a pixel needs a byte for its own. Codes are given
 * once and never change; code 0 is {@link Provenance#NONE}. Safe for use by several threads.
 */
public final class ProvenanceTable {

  private static final int CODES = 256;

  private final List<Provenance> entries = new ArrayList<>();

  public ProvenanceTable() {
    entries.add(Provenance.NONE);
  }

  /** A table with these entries at codes 1, 2, 3 ... */
  public ProvenanceTable(List<Provenance> afterNone) {
    this();
    if (afterNone.size() >= CODES) {
      throw new IllegalArgumentException("more provenances than codes: " + afterNone.size());
    }
    entries.addAll(afterNone);
  }

  /**
   * The code of a provenance, a new one if need be. When all codes are taken, the kind without its
   * detail stands in, and then whatever shares its kind: who did it is kept, which one is not.
   */
  public synchronized byte code(Provenance provenance) {
    int known = entries.indexOf(provenance);
    if (known >= 0) {
      return (byte) known;
    }
    // The last codes are kept back for the plain kinds, so that the stand-in always exists.
    int reserved = provenance.detail().isEmpty() ? 0 : Provenance.Kind.values().length;
    if (entries.size() < CODES - reserved) {
      entries.add(provenance);
      return (byte) (entries.size() - 1);
    }
    return code(Provenance.of(provenance.kind()));
  }

  public synchronized Provenance get(byte code) {
    int index = code & 0xFF;
    if (index >= entries.size()) {
      throw new IllegalArgumentException("no provenance has code " + index);
    }
    return entries.get(index);
  }

  public synchronized int size() {
    return entries.size();
  }

  /** All entries after {@link Provenance#NONE}, in the order of their codes. */
  public synchronized List<Provenance> afterNone() {
    return List.copyOf(entries.subList(1, entries.size()));
  }
}
