package org.maskwright.app.accept;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.text.Texts;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.proposal.ClassMap.Entry;
import org.maskwright.data.proposal.ClassMap.Use;
import org.maskwright.data.proposal.ClassMaps;

/** What the classes of a model are in the project, while a person decides it. */
public final class ClassMapViewModel {

  private final ProjectSession session;
  private final KnownModel model;
  private final Texts texts;
  private final Consumer<ClassMap> kept;
  private final ReadOnlyObjectWrapper<ClassMap> map;

  /**
   * A map to decide about.
   *
   * @param first as it was kept, or guessed
   * @param kept hears of the map once it is in the project
   */
  public ClassMapViewModel(
      ProjectSession session,
      KnownModel model,
      ClassMap first,
      Texts texts,
      Consumer<ClassMap> kept) {
    this.session = session;
    this.model = model;
    this.texts = texts;
    this.kept = kept;
    map = new ReadOnlyObjectWrapper<>(first);
  }

  /**
   * What a class can become.
   *
   * @param rgb of the project's class; -1 where there is none
   * @param open true if nobody has decided
   */
  public record Choice(String text, int rgb, boolean open, Entry entry) {

    @Override
    public String toString() {
      return text;
    }
  }

  public String modelName() {
    return model.name();
  }

  /** The map as it stands. */
  public ReadOnlyObjectProperty<ClassMap> mapProperty() {
    return map.getReadOnlyProperty();
  }

  public int size() {
    return model.classes().size();
  }

  public String name(int modelClass) {
    return model.classes().get(modelClass).name();
  }

  /** The colour that the model has for a class. */
  public int rgb(int modelClass) {
    return model.classes().get(modelClass).rgb();
  }

  /** All that a class can become. */
  public List<Choice> choices(int modelClass) {
    String name = name(modelClass);
    LabelScheme scheme = session.schemeProperty().get();
    List<Choice> choices = new ArrayList<>();
    choices.add(choice(Entry.of(name, Use.OPEN)));
    for (LabelClass label : scheme.active()) {
      choices.add(choice(Entry.into(name, label.index())));
    }
    if (scheme.byName(name).isEmpty()) {
      choices.add(choice(Entry.of(name, Use.ADDED)));
    }
    choices.add(choice(Entry.of(name, Use.IGNORED)));
    return choices;
  }

  /** What a class becomes now. */
  public Choice chosen(int modelClass) {
    return choice(map.get().entries().get(modelClass));
  }

  private Choice choice(Entry entry) {
    LabelScheme scheme = session.schemeProperty().get();
    boolean known = entry.use() == Use.CLASS && entry.index() < scheme.size();
    String text =
        known
            ? scheme.get(scheme.resolve(entry.index())).name()
            : texts.get("classMap." + entry.use(), entry.name());
    int rgb = known ? scheme.get(scheme.resolve(entry.index())).displayRgb() : -1;
    return new Choice(text, rgb, entry.use() == Use.OPEN, entry);
  }

  /** Decides what a class becomes. */
  public void choose(int modelClass, Choice choice) {
    Entry entry = choice.entry();
    ClassMap now = map.get();
    map.set(
        entry.use() == Use.CLASS
            ? now.into(modelClass, entry.index())
            : now.with(modelClass, entry.use()));
  }

  /** Gives the project all classes of the model that are still open. */
  public void addOpen() {
    decideOpen(Use.ADDED);
  }

  /** Leaves all classes of the model alone that are still open. */
  public void ignoreOpen() {
    decideOpen(Use.IGNORED);
  }

  private void decideOpen(Use use) {
    ClassMap now = map.get();
    for (int i = 0; i < now.entries().size(); i++) {
      if (now.entries().get(i).use() == Use.OPEN) {
        now = now.with(i, use);
      }
    }
    map.set(now);
  }

  /** How many classes are still open. */
  public long open() {
    return map.get().entries().stream().filter(entry -> entry.use() == Use.OPEN).count();
  }

  /** Keeps the map in the project; one that may not be written to keeps it until it is closed. */
  public void save() {
    ClassMap decided = map.get();
    if (session.project().isReadOnly()) {
      kept.accept(decided);
      return;
    }
    session.runInTurn(progress -> keep(decided), this::wasKept);
  }

  private ClassMap.Settled keep(ClassMap decided) throws IOException {
    return new ClassMaps(session.project()).keep(decided);
  }

  private void wasKept(ClassMap.Settled settled) {
    session.showScheme(settled.scheme());
    kept.accept(settled.map());
  }
}
