package org.maskwright.app.train;

import java.util.List;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.protocol.wire.JobKind;

/** What trainings are called: after the model that they begin with, and numbered. */
final class JobName {

  private static final int DIGITS = 5;
  private static final int LONGEST = 100;

  private JobName() {}

  /** One that no model has yet. */
  static String next(JobKind kind, KnownModel start, List<KnownModel> models) {
    String sign = kind == JobKind.QUICK_FIT ? " ~" : " #";
    String plain = start.name().replaceAll(" (#\\d+|~\\d+)$", "");
    int most = LONGEST - sign.length() - DIGITS;
    String stem = plain.substring(0, Math.min(most, plain.length())) + sign;
    int last = models.stream().mapToInt(model -> number(model.name(), stem)).max().orElse(0);
    return stem + (last + 1);
  }

  /** The number behind the stem; 0 if there is none. */
  private static int number(String name, String stem) {
    String tail = name.startsWith(stem) ? name.substring(stem.length()) : "";
    return tail.matches("\\d{1," + DIGITS + "}") ? Integer.parseInt(tail) : 0;
  }
}
