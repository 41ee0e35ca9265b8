package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.maskwright.network.weights.model.DescriptionJson;
import org.maskwright.network.weights.model.LibraryEntry;
import org.maskwright.network.weights.model.ModelDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the models within reach. */
@Command(
    name = "list",
    description = "List the models of a project, of the user, and of the program.",
    footer = {"  maskwright models list", "  maskwright models list --project flowers"})
public final class ModelsListCommand extends ProgramCommand {

  @Mixin private final LibraryOptions options = new LibraryOptions();

  @Override
  protected Outcome run(Console console) throws IOException {
    List<LibraryEntry> models = options.library().list();
    ArrayNode report = console.report().putArray("models");
    if (models.isEmpty()) {
      console.say("There are no models yet. \"maskwright models import FILE\" makes one.");
    }
    for (LibraryEntry model : models) {
      console.say("%s", line(model));
      add(report.addObject(), model);
    }
    return Outcome.DONE;
  }

  private static String line(LibraryEntry model) {
    String place = model.place().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String what =
        model
            .description()
            .map(ModelsListCommand::summary)
            .orElseGet(() -> "unreadable: " + model.problem().orElseThrow().getMessage());
    return String.format(
        Locale.ROOT, "%-12s  %-8s  %s  %s", model.shortHash(), place, model.name(), what);
  }

  private static String summary(ModelDescription model) {
    return String.format(
        Locale.ROOT,
        "(%s, %s, %d classes)",
        model.architecture().title(),
        String.join("/", model.architecture().variants().stream().map(v -> v.label()).toList()),
        model.labels().size());
  }

  private static void add(ObjectNode report, LibraryEntry model) throws IOException {
    report.put("hash", model.hash());
    report.put("place", model.place().name());
    report.put("file", model.file().toString());
    if (model.description().isPresent()) {
      report.set("model", DescriptionJson.tree(model.description().get()));
    }
    model.problem().ifPresent(p -> report.put("problem", p.getMessage()));
  }
}
