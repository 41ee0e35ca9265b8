package org.maskwright.data.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;

/** What the classes of a source become in a project: the class of that name, or a new one. */
final class ImportClasses {

  private final LabelScheme scheme;
  private final byte[] table;

  private ImportClasses(LabelScheme scheme, byte[] table) {
    this.scheme = scheme;
    this.table = table;
  }

  /**
   * Finds a place for every class that occurs.
   *
   * @param counts pixels of each of the source's labels
   */
  static ImportClasses of(
      LabelScheme source,
      LabelScheme project,
      Map<String, String> names,
      long[] counts,
      Findings findings)
      throws DataException {
    Map<String, String> wanted = folded(names, source);
    LabelScheme scheme = project;
    byte[] table = new byte[256];
    table[LabelMask.IGNORE] = (byte) LabelMask.IGNORE;
    for (LabelClass label : source.classes()) {
      if (counts[label.index()] == 0) {
        continue;
      }
      String name = wanted.getOrDefault(fold(label.name()), label.name());
      if (name.equals(ImportPlan.VOID) && wanted.containsKey(fold(label.name()))) {
        table[label.index()] = (byte) LabelMask.IGNORE;
        continue;
      }
      Optional<LabelClass> known = scheme.byName(name);
      if (known.isEmpty()) {
        scheme = scheme.add(name);
        findings.add(CommonFinding.CLASSES_ADDED, name);
      }
      int index = scheme.byName(name).map(LabelClass::index).orElseThrow();
      table[label.index()] = (byte) scheme.resolve(index);
    }
    return new ImportClasses(scheme, table);
  }

  private static Map<String, String> folded(Map<String, String> names, LabelScheme source)
      throws DataException {
    Map<String, String> folded = new HashMap<>();
    for (Map.Entry<String, String> entry : names.entrySet()) {
      if (source.byName(entry.getKey()).isEmpty()) {
        throw DataException.of(
            FormatProblem.NO_SUCH_CLASS,
            entry.getKey(),
            source.classes().stream()
                .map(LabelClass::name)
                .limit(30)
                .collect(Collectors.joining(", ")));
      }
      folded.put(fold(entry.getKey()), entry.getValue().strip());
    }
    return folded;
  }

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The project's classes, with those that are added. */
  LabelScheme scheme() {
    return scheme;
  }

  byte[] table() {
    return table;
  }
}
