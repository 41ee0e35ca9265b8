package org.maskwright.data.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what is found, kind by kind, with the first few places of each. */
public final class Findings {

  private static final int EXAMPLES = 5;

  private final Map<FindingCode, Tally> tallies = new LinkedHashMap<>();

  /** Counts one more at a place. */
  public void add(FindingCode code, String example) {
    add(code, 1, example);
  }

  /** Counts so many more at a place; nothing happens if it is none. */
  public void add(FindingCode code, long count, String example) {
    if (count > 0) {
      tallies.computeIfAbsent(code, c -> new Tally()).add(count, example);
    }
  }

  public void addAll(Findings others) {
    for (Finding other : others.list()) {
      Tally tally = tallies.computeIfAbsent(other.code(), c -> new Tally());
      tally.count += other.count();
      other.examples().forEach(tally::example);
    }
  }

  public long count(FindingCode code) {
    Tally tally = tallies.get(code);
    return tally == null ? 0 : tally.count;
  }

  public boolean has(Severity severity) {
    return tallies.keySet().stream().anyMatch(code -> code.severity() == severity);
  }

  /** What was found, in the order in which it was found first. */
  public List<Finding> list() {
    List<Finding> list = new ArrayList<>();
    tallies.forEach((code, tally) -> list.add(new Finding(code, tally.count, tally.examples)));
    return list;
  }

  @Override
  public String toString() {
    return list().toString();
  }

  /** A running count. */
  private static final class Tally {

    private final List<String> examples = new ArrayList<>();
    private long count;

    void add(long more, String place) {
      count += more;
      example(place);
    }

    void example(String place) {
      if (examples.size() < EXAMPLES && !examples.contains(place)) {
        examples.add(place);
      }
    }
  }
}
