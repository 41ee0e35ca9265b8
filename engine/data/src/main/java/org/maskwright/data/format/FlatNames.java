package org.maskwright.data.format;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names for a format that has one folder for all: the image's own name while it is the only one of
 * that name, and otherwise its folders too. Names differ also where capitals do not count.
 */
public final class FlatNames {

  private final Map<String, String> names = new HashMap<>();

  public FlatNames(List<DatasetItem> items) {
    Map<String, Integer> uses = new HashMap<>();
    for (DatasetItem item : items) {
      uses.merge(folded(plain(item)), 1, Integer::sum);
    }
    Set<String> taken = new HashSet<>();
    for (DatasetItem item : items) {
      if (uses.getOrDefault(folded(plain(item)), 0) == 1) {
        taken.add(folded(plain(item)));
        names.put(item.path(), plain(item));
      }
    }
    for (DatasetItem item : items) {
      if (!names.containsKey(item.path())) {
        names.put(item.path(), free(item.stem().replace('/', '_'), taken));
      }
    }
  }

  private static String plain(DatasetItem item) {
    return item.stem().substring(item.stem().lastIndexOf('/') + 1);
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int number = 2; !taken.add(folded(name)); number++) {
      name = wanted + "_" + number;
    }
    return name;
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** The name of one of the items, without an ending. */
  public String of(DatasetItem item) {
    String name = names.get(item.path());
    if (name == null) {
      throw new IllegalArgumentException("not one of the items: " + item.path());
    }
    return name;
  }

  /** True if the item's name had to be made longer. */
  public boolean isLonger(DatasetItem item) {
    return !of(item).equals(plain(item));
  }
}
