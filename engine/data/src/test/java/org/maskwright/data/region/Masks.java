package org.maskwright.data.region;

import java.util.StringJoiner;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;

/** Masks drawn as text: a digit is a class, a dot unlabelled, {@code v} void. */
final class Masks {

  private Masks() {}

  static LabelMask of(String... rows) {
    LabelMask mask = new LabelMask(rows[0].length(), rows.length);
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows[y].length(); x++) {
        char value = rows[y].charAt(x);
        if (value != '.') {
          int label = value == 'v' ? LabelMask.IGNORE : value - '0';
          mask.set(x, y, label, Provenance.of(Provenance.Kind.BRUSH));
        }
      }
    }
    return mask;
  }

  static String text(LabelMask mask) {
    StringJoiner rows = new StringJoiner("\n");
    for (int y = 0; y < mask.height(); y++) {
      StringBuilder row = new StringBuilder();
      for (int x = 0; x < mask.width(); x++) {
        int i = mask.index(x, y);
        row.append(
            mask.isUnlabelled(i) ? '.' : mask.isVoid(i) ? 'v' : (char) ('0' + mask.label(x, y)));
      }
      rows.add(row);
    }
    return rows.toString();
  }
}
