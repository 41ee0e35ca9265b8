package org.maskwright.data.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;

/**
 * Which id and name each class of a project has in the files of an export. A class without an entry
 * is left out, and its pixels are counted as lost.
 */
public final class ExportClasses {

  /** The id of what has no entry. */
  public static final int NONE = -1;

  /**
   * One class.
   *
   * @param index in the source's masks
   * @param id in the files
   */
  public record Entry(int index, int id, String name) {}

  private final List<Entry> entries;
  private final int[] ids = new int[256];
  private final int[] resolved = new int[256];

  private ExportClasses(List<Entry> entries, LabelScheme scheme) {
    this.entries = List.copyOf(entries);
    Arrays.fill(ids, NONE);
    entries.forEach(entry -> ids[entry.index()] = entry.id());
    for (int value = 0; value < resolved.length; value++) {
      resolved[value] = scheme.resolve(value);
    }
  }

  /** Every class under its own index and name; what is merged goes as what it was merged into. */
  public static ExportClasses of(LabelScheme scheme) {
    List<Entry> entries = new ArrayList<>();
    for (LabelClass label : scheme.classes()) {
      if (!label.isMerged()) {
        entries.add(new Entry(label.index(), label.index(), label.name()));
      }
    }
    return new ExportClasses(entries, scheme);
  }

  /** Only these classes. Ids and names have to differ. */
  public static ExportClasses of(LabelScheme scheme, List<Entry> entries) throws DataException {
    Map<Object, Entry> taken = new HashMap<>();
    for (Entry entry : entries) {
      for (Object key : List.of(entry.id(), entry.name().toLowerCase(Locale.ROOT))) {
        Entry other = taken.putIfAbsent(key, entry);
        if (other != null) {
          throw DataException.of(FormatProblem.CLASS_TWICE, other.name(), entry.name(), key);
        }
      }
    }
    return new ExportClasses(entries, scheme);
  }

  /** In the order of their indices, which is the order given. */
  public List<Entry> entries() {
    return entries;
  }

  /** The id in files of a value in a mask; {@link #NONE} for void and for what is left out. */
  public int id(int value) {
    return ids[resolved[value]];
  }

  /** The value with merges resolved: the index that stands for it. */
  public int resolve(int value) {
    return resolved[value];
  }

  /** The largest id. */
  public int maxId() {
    return entries.stream().mapToInt(Entry::id).max().orElse(NONE);
  }
}
