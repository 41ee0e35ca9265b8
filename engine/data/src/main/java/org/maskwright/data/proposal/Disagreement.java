package org.maskwright.data.proposal;

import java.util.List;

/** Where opinions about the same pixels differ. */
public final class Disagreement {

  private static final byte[] AS_THEY_ARE = new byte[256];

  static {
    for (int i = 0; i < AS_THEY_ARE.length; i++) {
      AS_THEY_ARE[i] = (byte) i;
    }
  }

  private Disagreement() {}

  /** At each pixel, how many different classes there are beyond one: 0 where all agree. */
  public static byte[] of(List<byte[]> opinions) {
    return of(opinions, AS_THEY_ARE);
  }

  /**
   * The same where classes have been given a meaning: those that mean the same agree.
   *
   * @param table what each class is, such as {@link ClassMap#table}
   */
  public static byte[] of(List<byte[]> opinions, byte[] table) {
    byte[] result = new byte[opinions.get(0).length];
    for (int other = 1; other < opinions.size(); other++) {
      for (int i = 0; i < result.length; i++) {
        if (isNew(opinions, other, i, table)) {
          result[i]++;
        }
      }
    }
    return result;
  }

  private static boolean isNew(List<byte[]> opinions, int other, int pixel, byte[] table) {
    byte said = table[opinions.get(other)[pixel] & 0xFF];
    for (int before = 0; before < other; before++) {
      if (table[opinions.get(before)[pixel] & 0xFF] == said) {
        return false;
      }
    }
    return true;
  }
}
