package org.maskwright.data.format.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;

/**
 * Classes as a format names them: the background first, which none of them lists, and then each
 * name once. Names that differ in capitals only are one class.
 */
public final class ClassNames {

  private static final String BACKGROUND = "background";

  private final List<String> names = new ArrayList<>(List.of(BACKGROUND));
  private final Map<String, Integer> indices = new HashMap<>(Map.of(BACKGROUND, 0));

  /** The index of a class, a new one if the name is new. */
  public int index(String name) {
    String clean = name.strip();
    Integer known = indices.putIfAbsent(clean.toLowerCase(Locale.ROOT), names.size());
    if (known != null) {
      return known;
    }
    names.add(clean);
    return names.size() - 1;
  }

  public LabelScheme scheme() throws DataException {
    return LabelScheme.ofNames(names);
  }
}
