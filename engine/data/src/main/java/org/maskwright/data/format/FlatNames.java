package org.maskwright.data.format;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Names without endings, made longer only where two images would get the same one. They differ also
 * where capitals do not count.
 */
public final class FlatNames {

  private final Map<String, String> names = new HashMap<>();
  private final Set<String> longer = new HashSet<>();

  /**
   * Names for these images.
   *
   * @param plain the name that an image gets if it is the only one of that name
   * @param fuller the name that tells it from others
   */
  public FlatNames(
      List<DatasetItem> items,
      Function<DatasetItem, String> plain,
      Function<DatasetItem, String> fuller) {
    Map<String, Integer> uses = new HashMap<>();
    for (DatasetItem item : items) {
      uses.merge(folded(plain.apply(item)), 1, Integer::sum);
    }
    Set<String> taken = new HashSet<>();
    for (DatasetItem item : items) {
      String name = plain.apply(item);
      if (uses.getOrDefault(folded(name), 0) == 1) {
        taken.add(folded(name));
        names.put(item.path(), name);
      }
    }
    for (DatasetItem item : items) {
      if (!names.containsKey(item.path())) {
        names.put(item.path(), free(fuller.apply(item), taken));
        longer.add(item.path());
      }
    }
  }

  /** For a format that has one folder for all: an image's name, or its folders and its name. */
  public static FlatNames flat(List<DatasetItem> items) {
    return new FlatNames(
        items,
        item -> item.stem().substring(item.stem().lastIndexOf('/') + 1),
        item -> item.stem().replace('/', '_'));
  }

  /** For a format with folders: an image's path without its ending, or with it. */
  public static FlatNames mirrored(List<DatasetItem> items) {
    return new FlatNames(items, DatasetItem::stem, DatasetItem::path);
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
    return longer.contains(item.path());
  }
}
