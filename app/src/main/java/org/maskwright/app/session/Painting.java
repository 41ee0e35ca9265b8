package org.maskwright.app.session;

import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelScheme;

/**
 * What one paints with and what one sees of it: shared by the tools, the class panel and the
 * canvas, as long as a project is open.
 */
public final class Painting {

  private final ObservableValue<LabelScheme> scheme;
  private final ObjectProperty<Settings> settings;
  private final IntegerProperty activeClass = new SimpleIntegerProperty();
  private final ObservableSet<Integer> locked = FXCollections.observableSet();
  private final ObservableSet<Integer> hidden = FXCollections.observableSet();
  private final ObjectProperty<OptionalInt> solo = new SimpleObjectProperty<>(OptionalInt.empty());
  private final ObjectProperty<PaintMode> mode = new SimpleObjectProperty<>(PaintMode.EVERYWHERE);
  private final IntegerProperty modeClass = new SimpleIntegerProperty();
  private final BooleanProperty acceptOverPeople = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<ToolOptions> options = new ReadOnlyObjectWrapper<>();

  /** The settings outlive the project, and must not hold what listens here. */
  private final InvalidationListener follow = o -> followSettings();

  private int lastClass;
  private int lastForeground;

  /**
   * The state at first: the first class after the background, everywhere.
   *
   * @param scheme the project's classes, which may change
   * @param settings keep the sizes of the tools
   */
  public Painting(ObservableValue<LabelScheme> scheme, ObjectProperty<Settings> settings) {
    this.scheme = scheme;
    this.settings = settings;
    int first =
        scheme.getValue().active().stream()
            .mapToInt(LabelClass::index)
            .skip(1)
            .findFirst()
            .orElse(LabelScheme.BACKGROUND);
    activeClass.set(first);
    lastClass = first;
    lastForeground = first;
    activeClass.addListener((o, before, now) -> chosen(before.intValue(), now.intValue()));
    scheme.addListener(o -> leaveInactive());
    followSettings();
    settings.addListener(new WeakInvalidationListener(follow));
  }

  private void followSettings() {
    options.set(settings.get().tools());
  }

  private void chosen(int before, int now) {
    lastClass = before;
    if (now != LabelScheme.BACKGROUND) {
      lastForeground = now;
    }
  }

  /** Nobody goes on painting with a class that was retired or merged. */
  private void leaveInactive() {
    LabelScheme now = scheme.getValue();
    if (!isActive(activeClass.get())) {
      activeClass.set(now.resolve(activeClass.get()));
    }
    if (!isActive(activeClass.get())) {
      activeClass.set(LabelScheme.BACKGROUND);
    }
  }

  private boolean isActive(int index) {
    LabelScheme now = scheme.getValue();
    return index >= 0 && index < now.size() && now.get(index).isActive();
  }

  public ObservableValue<LabelScheme> schemeProperty() {
    return scheme;
  }

  public LabelScheme scheme() {
    return scheme.getValue();
  }

  /** The class to paint with. */
  public IntegerProperty activeClassProperty() {
    return activeClass;
  }

  public int activeClass() {
    return activeClass.get();
  }

  /** Goes back to the class before this one. */
  public void chooseLast() {
    choose(lastClass);
  }

  /** Goes to the background, or back from it to what was painted before. */
  public void swapWithBackground() {
    choose(activeClass.get() == LabelScheme.BACKGROUND ? lastForeground : LabelScheme.BACKGROUND);
  }

  /**
   * Paints with a class from now on.
   *
   * @return false if nobody may paint with it
   */
  public boolean choose(int index) {
    boolean there = isActive(index);
    if (there) {
      activeClass.set(index);
    }
    return there;
  }

  /** Classes that are neither painted over nor added to. */
  public ObservableSet<Integer> lockedClasses() {
    return locked;
  }

  /** Classes that are not drawn. */
  public ObservableSet<Integer> hiddenClasses() {
    return hidden;
  }

  /** The only class that is drawn, if there is one. */
  public ObjectProperty<OptionalInt> soloClassProperty() {
    return solo;
  }

  /** True if the pixels of a class are to be seen. */
  public boolean isShown(int index) {
    return solo.get().isPresent() ? solo.get().getAsInt() == index : !hidden.contains(index);
  }

  public ObjectProperty<PaintMode> modeProperty() {
    return mode;
  }

  /** The class that alone may be painted over, in the mode that is about one class. */
  public IntegerProperty modeClassProperty() {
    return modeClass;
  }

  /** Which pixels painting may change. */
  public PaintRule paintRule() {
    return switch (mode.get()) {
      case EVERYWHERE -> PaintRule.EVERYWHERE;
      case UNLABELLED -> PaintRule.UNLABELLED;
      case UNPAINTED -> PaintRule.UNPAINTED;
      case ONE_CLASS -> PaintRule.onlyClass(modeClass.get());
    };
  }

  /** Which pixels erasing may change: what is unlabelled already cannot be what is meant. */
  public PaintRule eraseRule() {
    return mode.get() == PaintMode.UNLABELLED ? PaintRule.EVERYWHERE : paintRule();
  }

  /** True if what a model proposes may replace what a person painted. */
  public BooleanProperty acceptOverPeopleProperty() {
    return acceptOverPeople;
  }

  /** Which pixels accepting a proposal may change: only those of nobody, unless one said more. */
  public PaintRule acceptRule() {
    return acceptOverPeople.get() ? PaintRule.EVERYWHERE : PaintRule.UNPAINTED;
  }

  /** How the tools are set. */
  public ReadOnlyObjectProperty<ToolOptions> optionsProperty() {
    return options.getReadOnlyProperty();
  }

  public ToolOptions options() {
    return options.get();
  }

  /** Sets a tool otherwise; it stays so over restarts. */
  public void change(UnaryOperator<ToolOptions> change) {
    Settings now = settings.get();
    settings.set(now.withTools(change.apply(now.tools())));
  }
}
