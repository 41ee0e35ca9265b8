package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.maskwright.data.click.ClickTallies;
import org.maskwright.data.click.ClickTally;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.project.ClassCount;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.ProjectStats;
import org.maskwright.data.project.StatsCount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a project in numbers. */
@Command(
    name = "stats",
    description = "Count a project's images, states, classes, pixels, sizes and problems.",
    footer = {"  maskwright stats my-project", "  maskwright stats VOC2012 --json stats.json"})
public final class StatsCommand extends ProgramCommand {

  private static final int SIZES_SHOWN = 10;

  @Mixin private final ProjectArgument project = new ProjectArgument();

  @Override
  protected Outcome run(Console console) throws IOException {
    try (Project opened = project.look()) {
      ProjectStats stats = StatsCount.of(opened, console.progress());
      counts(console, stats);
      splits(console, opened);
      classes(console, stats);
      sizes(console, stats);
      clicks(console, new ClickTallies(opened).read());
      ProblemLines.print(console, stats.problems());
    }
    return Outcome.DONE;
  }

  private static void counts(Console console, ProjectStats stats) {
    console.say("%,d images, %,d with a mask", stats.images(), stats.masks());
    console.report().put("images", stats.images()).put("masks", stats.masks());
    ObjectNode states = console.report().putObject("states");
    stats
        .states()
        .forEach(
            (state, count) -> {
              states.put(state.id(), count);
              console.say("  %-12s %,15d", state.id(), count);
            });
  }

  private static void splits(Console console, Project opened) throws IOException {
    ObjectNode node = console.report().putObject("split");
    Splits splits = new Splits(opened);
    splits
        .current()
        .ifPresent(
            revision -> {
              Map<Split, Long> counts = revision.counts();
              node.put("revision", revision.number());
              console.say("Split, revision %d", revision.number());
              counts.forEach(
                  (split, count) -> {
                    node.put(split.id(), count);
                    console.say("  %-12s %,15d", split.id(), count);
                  });
            });
  }

  private static void classes(Console console, ProjectStats stats) {
    ArrayNode list = console.report().putArray("classes");
    console.say("%-5s %-24s %15s %10s", "Class", "", "pixels", "images");
    for (ClassCount count : stats.classes()) {
      list.addObject()
          .put("index", count.index())
          .put("name", count.name())
          .put("pixels", count.pixels())
          .put("images", count.images());
      String name = count.name().isEmpty() ? "(no such class)" : count.name();
      console.say("%5d %-24s %,15d %,10d", count.index(), name, count.pixels(), count.images());
    }
    console.report().put("void", stats.voidPixels()).put("unlabelled", stats.unlabelledPixels());
    console.say("%5s %-24s %,15d", "", "void", stats.voidPixels());
    console.say("%5s %-24s %,15d", "", "unlabelled", stats.unlabelledPixels());
    ObjectNode hands = console.report().putObject("decidedBy");
    stats.hands().forEach((kind, pixels) -> hands.put(kind.id(), pixels));
  }

  private static void clicks(Console console, ClickTally tally) {
    console
        .report()
        .putObject("clickedObjects")
        .put("objects", tally.objects())
        .put("clicksEach", tally.clicksEach())
        .put("secondsEach", tally.secondsEach());
    if (tally.objects() > 0) {
      console.say(
          "Objects selected by clicks: %,d, %.1f clicks and %.1f s each",
          tally.objects(), tally.clicksEach(), tally.secondsEach());
    }
  }

  private static void sizes(Console console, ProjectStats stats) {
    ObjectNode sizes = console.report().putObject("sizes");
    stats.sizes().forEach(sizes::put);
    console.say("Sizes");
    stats.sizes().entrySet().stream()
        .limit(SIZES_SHOWN)
        .forEach(size -> console.say("  %-18s %,9d", size.getKey(), size.getValue()));
    if (stats.sizes().size() > SIZES_SHOWN) {
      console.say("  ... and %,d more", stats.sizes().size() - SIZES_SHOWN);
    }
  }
}
