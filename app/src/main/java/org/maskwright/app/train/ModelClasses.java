package org.maskwright.app.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.Project;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.proposal.ClassMaps;
import org.maskwright.protocol.snapshot.ClassTable;

/** What the classes of a model and those of a project are to each other. */
record ModelClasses(KnownModel model, ClassMap map, LabelScheme project) {

  /** By the map that a person has seen, or else by name. */
  static ModelClasses of(Project project, KnownModel model) throws IOException {
    ClassMap map = new ClassMaps(project).readOrGuess(model.hash(), model.classNames());
    return new ModelClasses(model, map, project.scheme());
  }

  /**
   * Those of a model that was trained from this one: what is still there stays what it was, and
   * what was added is found by name.
   */
  ModelClasses grown(KnownModel trained) {
    ClassMap guess = ClassMap.guess(trained.hash(), trained.classNames(), project);
    List<ClassMap.Entry> entries = new ArrayList<>(guess.entries());
    for (int i = 0; i < entries.size() && i < map.entries().size(); i++) {
      if (entries.get(i).name().equals(map.entries().get(i).name())) {
        entries.set(i, map.entries().get(i));
      }
    }
    return new ModelClasses(trained, new ClassMap(trained.hash(), entries), project);
  }

  /** What the model calls a class of the project; empty if it has no such class. */
  Optional<String> standsFor(int label) {
    int index = indexOf(label);
    return index < 0 ? Optional.empty() : Optional.of(model.classNames().get(index));
  }

  private int indexOf(int label) {
    List<Integer> classes = map.modelClasses(label, project);
    if (!classes.isEmpty()) {
      return classes.get(0);
    }
    // The first class of both is the background, whatever its name.
    return label == LabelScheme.BACKGROUND ? LabelScheme.BACKGROUND : -1;
  }

  /** For each class of the model the project's, or 255: what an examiner has to know. */
  List<Integer> numbers() {
    byte[] table = map.table(project);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < model.classes().size(); i++) {
      numbers.add(table[i] & 0xFF);
    }
    if (numbers.get(0) == LabelMask.IGNORE && !numbers.contains(LabelScheme.BACKGROUND)) {
      numbers.set(0, LabelScheme.BACKGROUND);
    }
    return numbers;
  }

  /** How masks are numbered for a training: the model's classes, and behind them the new ones. */
  ClassTable table(Plan plan) throws DataException {
    List<LabelClass> target = new ArrayList<>();
    for (KnownModel.ModelClass known : model.classes()) {
      target.add(new LabelClass(target.size(), known.name(), known.rgb(), false, target.size()));
    }
    List<Integer> indices = new ArrayList<>();
    for (int label = 0; label < project.size(); label++) {
      int stands = project.resolve(label);
      boolean taught = plan.taught().stream().anyMatch(line -> line.index() == stands);
      indices.add(taught ? target(stands, target) : LabelMask.IGNORE);
    }
    return new ClassTable(project, LabelScheme.of(target), indices);
  }

  private int target(int label, List<LabelClass> target) {
    int known = indexOf(label);
    if (known >= 0) {
      return known;
    }
    LabelClass own = project.get(label);
    Optional<LabelClass> there =
        target.stream().filter(each -> each.name().equals(own.name())).findFirst();
    if (there.isPresent()) {
      return there.get().index();
    }
    int index = target.size();
    target.add(new LabelClass(index, own.name(), own.displayRgb(), false, index));
    return index;
  }
}
