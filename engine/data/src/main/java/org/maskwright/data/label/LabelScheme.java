package org.maskwright.data.label;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.maskwright.data.problem.DataException;

/**
 * The classes of a project, by index. An index is a class's for ever: classes are renamed, retired
 * or merged into others, and files are never renumbered. A scheme does not change; its methods
 * return the changed one.
 */
public final class LabelScheme {

  /** Indices 0 to 253: 255 is unlabelled or void, and 254 is kept free beside it. */
  public static final int MAX_CLASSES = 254;

  public static final int BACKGROUND = 0;

  private static final int MAX_NAME = 100;

  private final List<LabelClass> classes;

  private LabelScheme(List<LabelClass> classes) {
    this.classes = List.copyOf(classes);
  }

  /** A scheme read from somewhere: checked as hostile. */
  public static LabelScheme of(List<LabelClass> classes) throws DataException {
    if (classes.isEmpty() || classes.size() > MAX_CLASSES) {
      throw DataException.of(LabelProblem.TOO_MANY, MAX_CLASSES, classes.size());
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < classes.size(); i++) {
      LabelClass label = classes.get(i);
      if (label.index() != i) {
        throw DataException.of(LabelProblem.INDEX_ORDER, label.index(), i);
      }
      checkName(label.index(), label.name());
      if (!names.add(folded(label.name()))) {
        throw DataException.of(LabelProblem.NAME_TAKEN, label.name());
      }
      checkMerge(classes, label);
    }
    return new LabelScheme(classes);
  }

  /** A scheme of these names, the first of which is the background. */
  public static LabelScheme ofNames(List<String> names) throws DataException {
    List<LabelClass> classes = new ArrayList<>();
    for (String name : names) {
      classes.add(new LabelClass(classes.size(), name.strip()));
    }
    return of(classes);
  }

  private static void checkName(int index, String name) throws DataException {
    if (name.isBlank()) {
      throw DataException.of(LabelProblem.NAME_EMPTY, index);
    }
    if (name.length() > MAX_NAME) {
      throw DataException.of(LabelProblem.NAME_TOO_LONG, name, MAX_NAME);
    }
    if (name.codePoints().anyMatch(Character::isISOControl) || !name.equals(name.strip())) {
      throw DataException.of(LabelProblem.NAME_UNPRINTABLE, name);
    }
  }

  private static void checkMerge(List<LabelClass> classes, LabelClass label) throws DataException {
    if (label.index() == BACKGROUND && (label.retired() || label.isMerged())) {
      throw DataException.of(LabelProblem.BACKGROUND_FIXED);
    }
    if (label.mergedInto() < 0 || label.mergedInto() >= classes.size()) {
      throw DataException.of(LabelProblem.UNKNOWN_INDEX, label.mergedInto());
    }
    LabelClass target = classes.get(label.mergedInto());
    if (label.isMerged() && target.isMerged()) {
      throw DataException.of(LabelProblem.MERGE_CIRCLE, label.name(), target.name());
    }
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** All classes by index, retired and merged ones too. */
  public List<LabelClass> classes() {
    return classes;
  }

  /** The classes that a person may paint with. */
  public List<LabelClass> active() {
    return classes.stream().filter(LabelClass::isActive).toList();
  }

  public int size() {
    return classes.size();
  }

  public LabelClass get(int index) {
    return classes.get(index);
  }

  /** True of every value that may stand in a mask of this scheme. */
  public boolean allows(int value) {
    return value == LabelMask.IGNORE || value < classes.size();
  }

  /** The class of that name, whatever its case. */
  public Optional<LabelClass> byName(String name) {
    String wanted = folded(name.strip());
    return classes.stream().filter(c -> folded(c.name()).equals(wanted)).findFirst();
  }

  /** The index that stands for this one after merges. {@link LabelMask#IGNORE} stays itself. */
  public int resolve(int value) {
    return value < classes.size() ? classes.get(value).mergedInto() : value;
  }

  public LabelScheme add(String name) throws DataException {
    List<LabelClass> longer = new ArrayList<>(classes);
    longer.add(new LabelClass(classes.size(), name.strip()));
    return of(longer);
  }

  public LabelScheme rename(int index, String name) throws DataException {
    return change(index, c -> c.withName(name.strip()));
  }

  public LabelScheme recolour(int index, int rgb) throws DataException {
    return change(index, c -> c.withDisplayRgb(rgb));
  }

  public LabelScheme retire(int index, boolean retired) throws DataException {
    return change(index, c -> c.withRetired(retired));
  }

  /** Makes one class an alias of another; what was merged into it before follows along. */
  public LabelScheme merge(int index, int target) throws DataException {
    checkIndex(index);
    checkIndex(target);
    if (get(target).isMerged()) {
      throw DataException.of(LabelProblem.MERGE_CIRCLE, get(index).name(), get(target).name());
    }
    List<LabelClass> merged = new ArrayList<>(classes);
    for (LabelClass label : classes) {
      if (label.index() == index || label.mergedInto() == index) {
        merged.set(label.index(), label.withMergedInto(target));
      }
    }
    return of(merged);
  }

  private LabelScheme change(int index, UnaryOperator<LabelClass> change) throws DataException {
    checkIndex(index);
    List<LabelClass> changed = new ArrayList<>(classes);
    changed.set(index, change.apply(changed.get(index)));
    return of(changed);
  }

  private void checkIndex(int index) throws DataException {
    if (index < 0 || index >= classes.size()) {
      throw DataException.of(LabelProblem.UNKNOWN_INDEX, index);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelScheme scheme && scheme.classes.equals(classes);
  }

  @Override
  public int hashCode() {
    return classes.hashCode();
  }

  @Override
  public String toString() {
    return classes.toString();
  }
}
