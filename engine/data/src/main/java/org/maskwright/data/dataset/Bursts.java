package org.maskwright.data.dataset;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maskwright.data.project.ImageId;

/**
 * Joins shots that followed each other within seconds, by the time that cameras write into names.
 * The times of files are not asked: a copy changes them.
 */
final class Bursts {

  private static final long SECONDS_APART = 2;
  private static final Pattern TIME = Pattern.compile("(\\d{8})[_-]?(\\d{6})");
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  private Bursts() {}

  private record Shot(String folder, long second, String key) {}

  static SortedMap<String, List<ImageId>> joined(SortedMap<String, List<ImageId>> groups) {
    List<Shot> shots = new ArrayList<>();
    groups.keySet().forEach(key -> shot(key).ifPresent(shots::add));
    shots.sort(
        Comparator.comparing(Shot::folder)
            .thenComparingLong(Shot::second)
            .thenComparing(Shot::key));
    SortedMap<String, List<ImageId>> joined = new TreeMap<>(groups);
    for (int i = 1; i < shots.size(); i++) {
      Shot before = shots.get(i - 1);
      Shot shot = shots.get(i);
      if (shot.folder.equals(before.folder) && shot.second - before.second <= SECONDS_APART) {
        List<ImageId> both = new ArrayList<>(joined.getOrDefault(before.key, List.of()));
        both.addAll(joined.getOrDefault(shot.key, List.of()));
        joined.remove(before.key);
        joined.put(shot.key, both);
      }
    }
    joined.values().forEach(group -> group.sort(null));
    return joined;
  }

  private static Optional<Shot> shot(String key) {
    int slash = key.lastIndexOf('/') + 1;
    Matcher matcher = TIME.matcher(key.substring(slash));
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      LocalDateTime time = LocalDateTime.parse(matcher.group(1) + matcher.group(2), FORMAT);
      return Optional.of(
          new Shot(key.substring(0, slash), time.toEpochSecond(ZoneOffset.UTC), key));
    } catch (DateTimeException e) {
      // Digits that are no time: a number like any other.
      return Optional.empty();
    }
  }
}
