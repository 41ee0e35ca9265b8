package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.maskwright.data.exchange.Formats;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.FormatOption;
import picocli.CommandLine.Command;

/** Lists the formats and what can be chosen for each. */
@Command(
    name = "formats",
    description = "List the formats of import and export, with their options.",
    footer = {"  maskwright formats", "  maskwright formats --json formats.json"})
public final class FormatsCommand extends ProgramCommand {

  @Override
  protected Outcome run(Console console) {
    ArrayNode list = console.report().putArray("formats");
    for (DatasetFormat format : Formats.all()) {
      console.say("%-12s %s", format.id(), format.title());
      ObjectNode entry = list.addObject().put("id", format.id()).put("title", format.title());
      ArrayNode options = entry.putArray("options");
      for (FormatOption option : format.options()) {
        String values = String.join("|", option.choices()) + (option.isFree() ? "|..." : "");
        console.say("  %s=%s%n      %s", option.key(), values, option.description());
        ObjectNode node = options.addObject().put("key", option.key());
        option.choices().forEach(node.putArray("choices")::add);
        node.put("free", option.isFree()).put("description", option.description());
      }
    }
    return Outcome.DONE;
  }
}
