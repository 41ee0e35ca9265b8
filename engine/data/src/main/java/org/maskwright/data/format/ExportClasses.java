package org.maskwright.data.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
  private final boolean[] joined = new boolean[256];

  /**
   * Classes under these entries.
   *
   * @param standIns for the classes that become one with another: the index of that one
   */
  private ExportClasses(List<Entry> entries, LabelScheme scheme, Map<Integer, Integer> standIns) {
    this.entries = List.copyOf(entries);
    Arrays.fill(ids, NONE);
    entries.forEach(entry -> ids[entry.index()] = entry.id());
    for (int value = 0; value < resolved.length; value++) {
      int index = scheme.resolve(value);
      resolved[value] = standIns.getOrDefault(index, index);
      joined[value] = standIns.containsKey(index) || standIns.containsValue(index);
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
    return new ExportClasses(entries, scheme, Map.of());
  }

  /**
   * Only these classes. Ids and names have to differ; where both are equal, the classes become one
   * in the export, and what told them apart is lost.
   */
  public static ExportClasses of(LabelScheme scheme, List<Entry> entries) throws DataException {
    Map<Integer, Entry> byIndex = new HashMap<>();
    Map<Integer, Entry> byId = new HashMap<>();
    Map<String, Entry> byName = new HashMap<>();
    Map<Integer, Integer> standIns = new LinkedHashMap<>();
    // The background goes first: what becomes one with it has to be the background.
    List<Entry> own = new ArrayList<>(new LinkedHashSet<>(entries));
    for (Entry entry : own.stream().sorted(Comparator.comparingInt(Entry::index)).toList()) {
      checkName(entry);
      Entry before = byIndex.putIfAbsent(entry.index(), entry);
      if (before != null) {
        throw DataException.of(FormatProblem.CLASS_SENT_TWICE, before.name(), entry.name());
      }
      Entry sameId = byId.putIfAbsent(entry.id(), entry);
      Entry sameName = byName.putIfAbsent(entry.name().toLowerCase(Locale.ROOT), entry);
      if (sameId != null && !sameId.equals(sameName)) {
        throw DataException.of(FormatProblem.CLASS_TWICE, sameId.name(), entry.name(), entry.id());
      }
      if (sameId == null && sameName != null) {
        throw DataException.of(
            FormatProblem.CLASS_TWICE, sameName.name(), entry.name(), entry.name());
      }
      if (sameId != null) {
        standIns.put(entry.index(), sameId.index());
      }
    }
    own.removeIf(entry -> standIns.containsKey(entry.index()));
    return new ExportClasses(own, scheme, standIns);
  }

  private static void checkName(Entry entry) throws DataException {
    String name = entry.name();
    boolean printable = name.codePoints().noneMatch(Character::isISOControl);
    if (name.isBlank() || !printable || !name.equals(name.strip())) {
      throw DataException.of(FormatProblem.CLASS_NAME_BLANK, name);
    }
  }

  /** In the order given, which is that of the indices if nobody gave another. */
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

  /** True of the values of a class that becomes one with another only in the export. */
  public boolean isJoined(int value) {
    return joined[value];
  }

  /** The largest id. */
  public int maxId() {
    return entries.stream().mapToInt(Entry::id).max().orElse(NONE);
  }
}
