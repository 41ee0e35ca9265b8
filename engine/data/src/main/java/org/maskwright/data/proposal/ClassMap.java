package org.maskwright.data.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.label.ClassGuess;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;

/**
 * What the classes of a model are in a project. A class about which nobody decided is shown grey
 * and never accepted. A map does not change; its methods return the changed one.
 *
 * @param model the hash of the model's file
 * @param entries one for each class of the model, in its order
 */
public record ClassMap(String model, List<Entry> entries) {

  private static final int NO_INDEX = -1;

  public ClassMap {
    entries = List.copyOf(entries);
    if (!Sha256.isName(model) || entries.isEmpty() || entries.size() > LabelScheme.MAX_CLASSES) {
      throw new IllegalArgumentException(entries.size() + " classes of a model named " + model);
    }
  }

  /** What becomes of the pixels of a class. The ids are written to files: never change one. */
  public enum Use {
    /** Nobody has decided. */
    OPEN("open"),
    /** Decided: nothing of it is ever taken. */
    IGNORED("ignored"),
    /** They become a class of the project. */
    CLASS("class"),
    /** They become a class of this name that the project is to be given. */
    ADDED("added");

    private final String id;

    Use(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }

    static Optional<Use> byId(String id) {
      return Arrays.stream(values()).filter(use -> use.id.equals(id)).findFirst();
    }
  }

  /**
   * One class of the model.
   *
   * @param name what the model calls it
   * @param index of the project's class; -1 unless there is one
   */
  public record Entry(String name, Use use, int index) {

    public Entry {
      if ((use == Use.CLASS) != (index >= 0) || index >= LabelScheme.MAX_CLASSES) {
        throw new IllegalArgumentException(use + " for class " + index);
      }
    }

    public static Entry of(String name, Use use) {
      return new Entry(name, use, NO_INDEX);
    }

    public static Entry into(String name, int index) {
      return new Entry(name, Use.CLASS, index);
    }
  }

  /** A first map, by name; what has no namesake is left open. */
  public static ClassMap guess(String model, List<String> classes, LabelScheme project) {
    return new ClassMap(model, classes.stream().map(name -> guess(name, project)).toList());
  }

  private static Entry guess(String name, LabelScheme project) {
    return ClassGuess.of(name, project)
        .filter(LabelClass::isActive)
        .map(label -> Entry.into(name, label.index()))
        .orElseGet(
            () ->
                ClassGuess.isBackground(name)
                    ? Entry.into(name, LabelScheme.BACKGROUND)
                    : Entry.of(name, Use.OPEN));
  }

  /** What the model calls its classes. */
  public List<String> names() {
    return entries.stream().map(Entry::name).toList();
  }

  /** True if a class of the model is left about which nobody has decided. */
  public boolean isOpen() {
    return entries.stream().anyMatch(entry -> entry.use() == Use.OPEN);
  }

  /** Decides that a class is ignored, added, or open again. */
  public ClassMap with(int modelClass, Use use) {
    return with(modelClass, Entry.of(entries.get(modelClass).name(), use));
  }

  /** Decides which class of the project a class is. */
  public ClassMap into(int modelClass, int projectClass) {
    return with(modelClass, Entry.into(entries.get(modelClass).name(), projectClass));
  }

  private ClassMap with(int modelClass, Entry entry) {
    List<Entry> changed = new ArrayList<>(entries);
    changed.set(modelClass, entry);
    return new ClassMap(model, changed);
  }

  /**
   * A map that needs no more classes.
   *
   * @param scheme the project's classes with those that were to be added
   */
  public record Settled(ClassMap map, LabelScheme scheme) {}

  /** Gives the project the classes that are to be added to it; it has none of them twice. */
  public Settled settle(LabelScheme project) throws DataException {
    LabelScheme scheme = project;
    List<Entry> settled = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.use() == Use.ADDED) {
        if (scheme.byName(entry.name()).isEmpty()) {
          scheme = scheme.add(entry.name());
        }
        int index = scheme.byName(entry.name()).map(LabelClass::index).orElseThrow();
        settled.add(Entry.into(entry.name(), scheme.resolve(index)));
      } else {
        settled.add(entry);
      }
    }
    return new Settled(new ClassMap(model, settled), scheme);
  }

  /**
   * For each label of the model the one of the project; {@link LabelMask#IGNORE} for what is not
   * taken, such as a class that the project has retired since.
   */
  public byte[] table(LabelScheme project) {
    byte[] table = new byte[256];
    Arrays.fill(table, (byte) LabelMask.IGNORE);
    for (int i = 0; i < entries.size(); i++) {
      table[i] = (byte) projectClass(entries.get(i), project);
    }
    return table;
  }

  private static int projectClass(Entry entry, LabelScheme project) {
    if (entry.use() != Use.CLASS || entry.index() >= project.size()) {
      return LabelMask.IGNORE;
    }
    int index = project.resolve(entry.index());
    return project.get(index).isActive() ? index : LabelMask.IGNORE;
  }

  /** The classes of the model that are this one of the project; it may be several. */
  public List<Integer> modelClasses(int projectClass, LabelScheme project) {
    return IntStream.range(0, entries.size())
        .filter(i -> projectClass(entries.get(i), project) == projectClass)
        .boxed()
        .toList();
  }
}
