package org.maskwright.data.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageState;

/**
 * How a project is exported, kept in a file so that the next delivery is like the last.
 *
 * @param format the format's id
 * @param options what was chosen for the format
 * @param classes the client's ids and names by our class names; empty exports all as they are here
 * @param images whether the images come along
 * @param zip whether the export is a zip file rather than a folder
 */
public record ExportProfile(
    String format,
    Map<String, String> options,
    ImageFilter filter,
    List<ClientClass> classes,
    boolean images,
    boolean zip) {

  private static final int VERSION = 1;
  private static final long MAX_BYTES = 1 << 20;
  private static final int MAX_TEXT = 1000;
  private static final int MAX_ID = 1_000_000;

  /**
   * What the receiver calls one of our classes.
   *
   * @param name ours
   * @param id theirs
   * @param clientName theirs
   */
  public record ClientClass(String name, int id, String clientName) {}

  public ExportProfile {
    options = Map.copyOf(options);
    classes = List.copyOf(classes);
  }

  public static ExportProfile of(String format) {
    return new ExportProfile(format, Map.of(), ImageFilter.ALL, List.of(), false, false);
  }

  public static ExportProfile read(Path file) throws IOException {
    JsonObject json = JsonFile.read(RealDisk.INSTANCE, file, MAX_BYTES);
    json.integer("version", VERSION, VERSION);
    List<ClientClass> classes = new ArrayList<>();
    for (JsonObject each : json.objects("classes", LabelScheme.MAX_CLASSES)) {
      classes.add(
          new ClientClass(
              each.text("name", MAX_TEXT),
              (int) each.integer("id", 0, MAX_ID),
              each.text("clientName", MAX_TEXT)));
    }
    return new ExportProfile(
        json.text("format", MAX_TEXT),
        options(json.object("options")),
        new ImageFilter(states(json), Set.copyOf(json.texts("splits", MAX_TEXT, MAX_TEXT))),
        classes,
        json.flag("images"),
        json.flag("zip"));
  }

  private static Map<String, String> options(JsonObject json) throws DataException {
    Map<String, String> options = new TreeMap<>();
    for (Iterator<String> keys = json.node().fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      options.put(key, json.text(key, MAX_TEXT));
    }
    return options;
  }

  private static Set<ImageState> states(JsonObject json) throws DataException {
    Set<ImageState> states = new LinkedHashSet<>();
    for (String id : json.texts("states", ImageState.values().length, MAX_TEXT)) {
      states.add(
          ImageState.byId(id).orElseThrow(() -> json.unexpected("states", "a list of states")));
    }
    return states;
  }

  public void write(Path file) throws IOException {
    ObjectNode json = JsonFile.newObject();
    json.put("version", VERSION).put("format", format);
    ObjectNode chosen = json.putObject("options");
    new TreeMap<>(options).forEach(chosen::put);
    ArrayNode states = json.putArray("states");
    filter.states().stream().map(ImageState::id).sorted().forEach(states::add);
    ArrayNode splits = json.putArray("splits");
    filter.splits().stream().sorted().forEach(splits::add);
    ArrayNode list = json.putArray("classes");
    for (ClientClass each : classes) {
      ObjectNode entry = list.addObject();
      entry.put("name", each.name()).put("id", each.id()).put("clientName", each.clientName());
    }
    json.put("images", images).put("zip", zip);
    JsonFile.write(RealDisk.INSTANCE, file, json);
  }

  public FormatOptions chosen(DatasetFormat of) throws DataException {
    return FormatOptions.of(of, options);
  }

  /** The ids and names in the export of a project with these classes. */
  public ExportClasses exportClasses(LabelScheme scheme) throws DataException {
    if (classes.isEmpty()) {
      return ExportClasses.of(scheme);
    }
    List<ExportClasses.Entry> entries = new ArrayList<>();
    for (ClientClass each : classes) {
      LabelClass label = scheme.byName(each.name()).orElseThrow(() -> missing(each, scheme));
      int index = scheme.resolve(label.index());
      entries.add(new ExportClasses.Entry(index, each.id(), each.clientName()));
    }
    return ExportClasses.of(scheme, entries);
  }

  private static DataException missing(ClientClass wanted, LabelScheme scheme) {
    String known =
        scheme.classes().stream().map(LabelClass::name).limit(30).collect(Collectors.joining(", "));
    return DataException.of(FormatProblem.NO_SUCH_CLASS, wanted.name(), known);
  }
}
