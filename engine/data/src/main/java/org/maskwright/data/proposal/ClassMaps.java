package org.maskwright.data.proposal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.SchemaVersion;
import org.maskwright.data.proposal.ClassMap.Entry;
import org.maskwright.data.proposal.ClassMap.Use;

/** The class maps that a project keeps, a file for each model. */
public final class ClassMaps {

  static final long MAX_BYTES = 1 << 20;

  private static final int SCHEMA = 1;
  private static final int MAX_NAME = 1000;

  private final Project project;

  public ClassMaps(Project project) {
    this.project = project;
  }

  /** The map that was kept for a model; empty if a person has not seen one yet. */
  public Optional<ClassMap> read(String model, List<String> classes) throws IOException {
    Path file = file(model);
    if (!project.workplace().disk().exists(file)) {
      return Optional.empty();
    }
    JsonObject json = JsonFile.read(project.workplace().disk(), file, MAX_BYTES);
    ClassMap map = read(json, project.scheme());
    if (!map.model().equals(model)) {
      throw DataException.of(ProposalProblem.OTHER_MODEL, file, map.model());
    }
    if (!map.names().equals(classes)) {
      throw DataException.of(ProposalProblem.OTHER_CLASSES, file);
    }
    return Optional.of(map);
  }

  /** The map that was kept, or else a guess. */
  public ClassMap readOrGuess(String model, List<String> classes) throws IOException {
    Optional<ClassMap> known = read(model, classes);
    return known.isPresent() ? known.get() : ClassMap.guess(model, classes, project.scheme());
  }

  /** Keeps a map. Classes that it adds to the project are added first. */
  public ClassMap.Settled keep(ClassMap map) throws IOException {
    project.checkWritable();
    ClassMap.Settled settled = map.settle(project.scheme());
    if (!settled.scheme().equals(project.scheme())) {
      project.changeScheme(settled.scheme());
    }
    project.workplace().disk().createFolders(project.folder().classMaps());
    JsonFile.write(project.workplace().disk(), file(map.model()), write(settled.map()));
    return settled;
  }

  private Path file(String model) {
    if (!Sha256.isName(model)) {
      throw new IllegalArgumentException("no name of a model: " + model);
    }
    return project.folder().classMaps().resolve(model + ".json");
  }

  private static ObjectNode write(ClassMap map) {
    ObjectNode json = JsonFile.newObject();
    json.put("schema", SCHEMA).put("model", map.model());
    ArrayNode classes = json.putArray("classes");
    for (Entry entry : map.entries()) {
      ObjectNode each = classes.addObject().put("name", entry.name()).put("use", entry.use().id());
      if (entry.use() == Use.CLASS) {
        each.put("index", entry.index());
      }
    }
    return json;
  }

  private static ClassMap read(JsonObject json, LabelScheme project) throws DataException {
    SchemaVersion.check(json, SCHEMA);
    String model = json.text("model", MAX_NAME);
    List<Entry> entries = new ArrayList<>();
    for (JsonObject each : json.objects("classes", LabelScheme.MAX_CLASSES)) {
      entries.add(entry(each, project));
    }
    if (!Sha256.isName(model)) {
      throw json.unexpected("model", "the hash of a model");
    }
    if (entries.isEmpty()) {
      throw json.unexpected("classes", "a list of a model's classes");
    }
    return new ClassMap(model, entries);
  }

  private static Entry entry(JsonObject json, LabelScheme project) throws DataException {
    String name = json.text("name", MAX_NAME);
    Use use =
        Use.byId(json.text("use", MAX_NAME))
            .filter(known -> known != Use.ADDED)
            .orElseThrow(() -> json.unexpected("use", "open, ignored or class"));
    if (use != Use.CLASS) {
      return Entry.of(name, use);
    }
    int index = (int) json.integer("index", 0, LabelScheme.MAX_CLASSES - 1);
    if (index >= project.size()) {
      throw DataException.of(ProposalProblem.UNKNOWN_CLASS, json.file(), name, index);
    }
    return Entry.into(name, index);
  }
}
