package org.maskwright.data.proposal;

import java.util.List;

/** Where opinions about the same pixels differ. */
public final class Disagreement {

  private Disagreement() {}

  /** At each pixel, how many different classes there are beyond one: 0 where all agree. */
  public static byte[] of(List<byte[]> opinions) {
    byte[] result = new byte[opinions.get(0).length];
    for (int other = 1; other < opinions.size(); other++) {
      for (int i = 0; i < result.length; i++) {
        if (isNew(opinions, other, i)) {
          result[i]++;
        }
      }
    }
    return result;
  }

  private static boolean isNew(List<byte[]> opinions, int other, int pixel) {
    for (int before = 0; before < other; before++) {
      if (opinions.get(before)[pixel] == opinions.get(other)[pixel]) {
        return false;
      }
    }
    return true;
  }
}
