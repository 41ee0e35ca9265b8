package org.maskwright.data.dataset;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises names that tools give to tiles of an image, slices of a stack and shots of a burst.
 */
final class NameSeries {

  private static final List<Pattern> SERIES =
      List.of(
          Pattern.compile("(?i)(.+?)[_-](?:tile|patch|crop)[_-]?\\d{1,9}(?:[_-]\\d{1,9}){0,3}"),
          Pattern.compile("(?i)(.+?)[_-]x\\d{1,9}[_-]?y\\d{1,9}"),
          Pattern.compile("(?i)(.+?)[_-](?:r|row)\\d{1,9}[_-]?(?:c|col)\\d{1,9}"),
          Pattern.compile("(?i)(.+?)[_-](?:z|t|slice|plane|frame)[_-]?\\d{1,9}"),
          Pattern.compile("(?i).*?(burst\\d{8,20}).*"),
          Pattern.compile("(?i)(.+?)[_-]burst[_-]?\\d{1,7}"));

  private NameSeries() {}

  /** What the names of a series share; the path itself if it is in none. */
  static String key(String path) {
    int slash = path.lastIndexOf('/') + 1;
    int dot = path.lastIndexOf('.');
    String stem = dot > slash ? path.substring(slash, dot) : path.substring(slash);
    for (Pattern series : SERIES) {
      Matcher matcher = series.matcher(stem);
      if (matcher.matches()) {
        return path.substring(0, slash) + matcher.group(1) + "*";
      }
    }
    return path;
  }
}
