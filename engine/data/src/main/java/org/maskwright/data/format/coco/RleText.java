package org.maskwright.data.format.coco;

import java.util.Arrays;
import org.maskwright.data.problem.DataException;

/**
 * Run lengths as the short text of COCO. From the fourth run on the difference to the last run but
 * one is written, in groups of five bits, least first; a sixth bit says that more follow; 48 makes
 * a printable character of it.
 */
final class RleText {

  private static final int BASE = 48;
  private static final int MORE = 0x20;
  private static final int SIGN = 0x10;
  private static final int BITS = 0x1F;
  private static final int MAX_GROUPS = 7;

  private RleText() {}

  static String write(CocoRle rle) {
    int[] counts = rle.counts();
    StringBuilder text = new StringBuilder(2 * counts.length);
    for (int i = 0; i < counts.length; i++) {
      append(text, i > 2 ? counts[i] - counts[i - 2] : counts[i]);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, int number) {
    int rest = number;
    boolean more;
    do {
      int group = rest & BITS;
      rest >>= 5;
      more = (group & SIGN) != 0 ? rest != -1 : rest != 0;
      text.append((char) (BASE + (more ? group | MORE : group)));
    } while (more);
  }

  static CocoRle read(String text, int width, int height) throws DataException {
    int[] counts = new int[text.length()];
    int used = 0;
    int at = 0;
    while (at < text.length()) {
      long number = 0;
      int shift = 0;
      int group;
      do {
        if (at == text.length()) {
          throw DataException.of(CocoProblem.RLE_TRUNCATED);
        }
        if (shift == 5 * MAX_GROUPS) {
          throw DataException.of(CocoProblem.RLE_OVERFLOW);
        }
        group = group(text.charAt(at++));
        number |= (long) (group & BITS) << shift;
        shift += 5;
      } while ((group & MORE) != 0);
      if ((group & SIGN) != 0) {
        number |= -1L << shift;
      }
      number += used > 2 ? counts[used - 2] : 0;
      if (number != (int) number) {
        throw DataException.of(CocoProblem.RLE_OVERFLOW);
      }
      counts[used++] = (int) number;
    }
    return CocoRle.checked(width, height, Arrays.copyOf(counts, used));
  }

  private static int group(char character) throws DataException {
    int group = character - BASE;
    if (group < 0 || group > (MORE | BITS)) {
      throw DataException.of(CocoProblem.RLE_CHARACTER, (int) character);
    }
    return group;
  }
}
