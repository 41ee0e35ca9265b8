package org.maskwright.app.train;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people write them everywhere alike. */
final class Times {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private Times() {}

  static String day(Instant when) {
    return DAY.format(when.atZone(ZoneId.systemDefault()));
  }
}
