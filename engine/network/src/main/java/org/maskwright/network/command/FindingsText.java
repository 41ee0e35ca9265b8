package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.maskwright.data.format.Finding;
import org.maskwright.data.format.Preflight;

/** Says what a preflight found, to a person and to a program. */
final class FindingsText {

  private FindingsText() {}

  static void show(Console console, Preflight preflight) {
    console.say("%s", preflight.english());
    for (Finding finding : preflight.findings().list()) {
      String severity = finding.code().severity().name().toLowerCase(Locale.ROOT);
      console.say("  %-6s %s", severity, finding.english());
    }
    report(console.report().putObject("preflight"), preflight);
  }

  private static void report(ObjectNode node, Preflight preflight) {
    node.put("total", preflight.total()).put("ready", preflight.ready().size());
    ArrayNode findings = node.putArray("findings");
    for (Finding finding : preflight.findings().list()) {
      ObjectNode entry = findings.addObject();
      entry.put("code", finding.code().key());
      entry.put("severity", finding.code().severity().name().toLowerCase(Locale.ROOT));
      entry.put("count", finding.count());
      finding.examples().forEach(entry.putArray("examples")::add);
      entry.put("text", finding.english());
    }
  }
}
