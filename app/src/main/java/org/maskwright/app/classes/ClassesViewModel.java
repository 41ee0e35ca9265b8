package org.maskwright.app.classes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.session.ClassSlots;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.session.Settings;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.text.Texts;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;

/**
 * The classes as a person changes them. Indices stay what they are, so that no stroke and no undo
 * ever means another class; what is done to the classes can be taken back by itself.
 */
public final class ClassesViewModel {

  private static final Pattern SEPARATOR = Pattern.compile("[\\n\\r,;，；]");

  private final ProjectSession session;
  private final Painting painting;
  private final Around around;
  private final ImagePixels imagePixels;
  private final ProjectPixels projectPixels;
  private final ObservableList<ClassRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final Subscription slots;
  private @Nullable Change last;
  private boolean filling;

  /** What the panel needs from the rest of the window. */
  public record Around(
      ObjectProperty<Settings> settings, Tasks tasks, Dialogs dialogs, Texts texts) {}

  /** What was done to the classes last. */
  private record Change(LabelScheme before, LabelScheme after) {}

  /** Makes a changed version of the classes. */
  private interface SchemeChange {
    LabelScheme apply(LabelScheme scheme) throws DataException;
  }

  public ClassesViewModel(ProjectSession session, Painting painting, Around around) {
    this.session = session;
    this.painting = painting;
    this.around = around;
    imagePixels = new ImagePixels(around.tasks(), this::showCounts);
    projectPixels = new ProjectPixels(session, around.tasks(), this::showCounts);
    session.schemeProperty().subscribe(scheme -> fill());
    slots = slotsProperty().subscribe(now -> fill());
    session.currentProperty().subscribe(this::arrived);
    session.entries().addListener((Observable o) -> projectPixels.refresh());
    projectPixels.refresh();
    watch(painting.lockedClasses());
    watch(painting.hiddenClasses());
    painting.soloClassProperty().addListener(o -> showMarks());
  }

  private void watch(ObservableSet<Integer> classes) {
    classes.addListener((SetChangeListener<Integer>) change -> showMarks());
  }

  private void arrived(Optional<OpenImage> image) {
    imagePixels.show(image);
  }

  private ObservableValue<ClassSlots> slotsProperty() {
    return around.settings().map(all -> all.slots(session.project().folder().home()));
  }

  private ClassSlots slots() {
    return around.settings().get().slots(session.project().folder().home());
  }

  private void fill() {
    LabelScheme scheme = session.schemeProperty().get();
    rows.setAll(scheme.active().stream().map(this::row).toList());
    undoable.set(last != null && last.after().equals(scheme));
    showMarks();
    showCounts();
  }

  private ClassRow row(LabelClass label) {
    ClassRow row = new ClassRow(label, slots().digitOf(label.index()).orElse(0));
    row.lockedProperty().addListener((o, before, now) -> mark(painting.lockedClasses(), row, now));
    row.hiddenProperty().addListener((o, before, now) -> mark(painting.hiddenClasses(), row, now));
    row.soloProperty().addListener((o, before, now) -> solo(row, now));
    return row;
  }

  private void mark(ObservableSet<Integer> marked, ClassRow row, boolean now) {
    if (!filling) {
      if (now) {
        marked.add(row.index());
      } else {
        marked.remove(row.index());
      }
    }
  }

  private void solo(ClassRow row, boolean now) {
    if (!filling) {
      painting.soloClassProperty().set(now ? OptionalInt.of(row.index()) : OptionalInt.empty());
    }
  }

  private void showMarks() {
    filling = true;
    OptionalInt solo = painting.soloClassProperty().get();
    for (ClassRow row : rows) {
      row.lockedProperty().set(painting.lockedClasses().contains(row.index()));
      row.hiddenProperty().set(painting.hiddenClasses().contains(row.index()));
      row.soloProperty().set(solo.isPresent() && solo.getAsInt() == row.index());
    }
    filling = false;
  }

  private void showCounts() {
    LabelScheme scheme = session.schemeProperty().get();
    Optional<ImageId> image = session.currentProperty().get().map(OpenImage::id);
    long[] here = new long[scheme.size()];
    long[] overall = new long[scheme.size()];
    for (int index = 0; index < scheme.size(); index++) {
      int stands = scheme.resolve(index);
      here[stands] += imagePixels.count(index);
      overall[stands] += imagePixels.count(index) + projectPixels.without(image, index);
    }
    rows.forEach(row -> row.count(here[row.index()], overall[row.index()]));
  }

  /** The classes to paint with, by index. */
  public ObservableList<ClassRow> rows() {
    return rows;
  }

  /** What could not be done, and why; empty if all could. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** True if the last change of the classes can be taken back. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** The row of the class to paint with. */
  public Optional<ClassRow> active() {
    return rows.stream().filter(row -> row.index() == painting.activeClass()).findFirst();
  }

  /** Changes whenever another class is chosen. */
  public ObservableValue<Number> activeProperty() {
    return painting.activeClassProperty();
  }

  public void choose(ClassRow row) {
    painting.choose(row.index());
  }

  /**
   * Chooses the class of a digit key.
   *
   * @return false if the digit stands for no class
   */
  public boolean chooseDigit(int digit) {
    OptionalInt index = slots().classOf(digit);
    return index.isPresent() && painting.choose(index.getAsInt());
  }

  /** Gives a digit key to a class. */
  public void assign(int digit, ClassRow row) {
    Settings now = around.settings().get();
    around
        .settings()
        .set(now.withSlots(session.project().folder().home(), slots().with(digit, row.index())));
  }

  /** The classes whose names have this in them, those that begin with it first. */
  public List<ClassRow> find(String text) {
    String wanted = folded(text.strip());
    return rows.stream()
        .filter(row -> folded(row.name()).contains(wanted))
        .sorted(Comparator.comparing(row -> !folded(row.name()).startsWith(wanted)))
        .toList();
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * Adds a class, or each of a list of them; a name that was there once comes back.
   *
   * @return false if one of them cannot be added; then none is
   */
  public boolean add(String names) {
    List<String> wanted = new ArrayList<>();
    SEPARATOR
        .splitAsStream(names)
        .map(String::strip)
        .filter(n -> !n.isEmpty())
        .forEach(wanted::add);
    return change(
        scheme -> {
          LabelScheme longer = scheme;
          for (String name : wanted) {
            Optional<LabelClass> known = longer.byName(name);
            longer =
                known.isPresent() ? longer.retire(known.get().index(), false) : longer.add(name);
          }
          return longer;
        });
  }

  public boolean rename(ClassRow row, String name) {
    return change(scheme -> scheme.rename(row.index(), name));
  }

  public void recolour(ClassRow row, int rgb) {
    change(scheme -> scheme.recolour(row.index(), rgb));
  }

  /** True if a class may be merged into another: the background stays what it is. */
  public boolean mayMerge(ClassRow row) {
    return row.index() != LabelScheme.BACKGROUND && rows.size() > 1;
  }

  /** Makes one class an alias of another, after saying how much that changes. */
  public void merge(ClassRow row, ClassRow target) {
    Texts texts = around.texts();
    boolean sure =
        around
            .dialogs()
            .confirm(
                texts.get("classes.mergeTitle", row.name(), target.name()),
                texts.get(
                    "classes.mergeText",
                    row.name(),
                    target.name(),
                    row.hereProperty().get(),
                    row.overallProperty().get()),
                texts.get("classes.mergeAction"));
    if (sure) {
      change(scheme -> scheme.merge(row.index(), target.index()));
    }
  }

  /** Takes the last change of the classes back. Strokes are not touched by it. */
  public void undo() {
    Change change = last;
    if (change != null && change.after().equals(session.schemeProperty().get())) {
      last = null;
      try {
        session.changeScheme(asBefore(change));
      } catch (IOException e) {
        message.set(words(e));
      }
    }
  }

  /** An index is for ever: a class that was added is put away, not removed. */
  private static LabelScheme asBefore(Change change) throws DataException {
    List<LabelClass> classes = new ArrayList<>(change.before().classes());
    List<LabelClass> after = change.after().classes();
    classes.addAll(after.subList(classes.size(), after.size()));
    LabelScheme scheme = LabelScheme.of(classes);
    for (int index = change.before().size(); index < scheme.size(); index++) {
      scheme = scheme.retire(index, true);
    }
    return scheme;
  }

  private boolean change(SchemeChange change) {
    message.set("");
    LabelScheme before = session.schemeProperty().get();
    try {
      LabelScheme after = change.apply(before);
      if (!after.equals(before)) {
        last = new Change(before, after);
        session.changeScheme(after);
      }
      return true;
    } catch (DataException e) {
      message.set(words(e));
      return false;
    }
  }

  private String words(IOException reason) {
    return reason instanceof DataException known
        ? around.texts().get(known.problem())
        : String.valueOf(reason.getMessage());
  }

  /** Stops counting. */
  public void close() {
    slots.unsubscribe();
    projectPixels.close();
    imagePixels.show(Optional.empty());
  }
}
