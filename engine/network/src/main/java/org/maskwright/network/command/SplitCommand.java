package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import org.maskwright.data.dataset.Grouping;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.dataset.SplitRecipe;
import org.maskwright.data.dataset.SplitRevision;
import org.maskwright.data.dataset.SplitShares;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.project.Project;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deals the images of a project out to training and examination. */
@Command(
    name = "split",
    description = {
      "Deal images out to training, validation, test and hold-out.",
      "The draw follows a seed, is even over folders and classes, and never tears apart what shows",
      "the same: pages, tiles, stacks, bursts.",
      "Each split is a file of its own in the project; lists that came with images are kept."
    },
    footer = {
      "  maskwright split my-project --seed 7",
      "  maskwright split my-project --train 0.8 --val 0.1 --test 0.1 --group folder",
      "  maskwright split my-project --group pattern --pattern \"patient(\\d+)\"",
      "  maskwright split my-project --top-up --at-least 5"
    })
public final class SplitCommand extends ProgramCommand {

  @Mixin private final ProjectArgument project = new ProjectArgument();

  @Option(names = "--train", defaultValue = "0.7", description = "Share (${DEFAULT-VALUE}).")
  private double train;

  @Option(names = "--val", defaultValue = "0.15", description = "Share (${DEFAULT-VALUE}).")
  private double val;

  @Option(names = "--test", defaultValue = "0.15", description = "Share (${DEFAULT-VALUE}).")
  private double test;

  @Option(names = "--holdout", defaultValue = "0", description = "Share (${DEFAULT-VALUE}).")
  private double holdout;

  @Option(names = "--seed", defaultValue = "1", description = "Any number (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--group",
      defaultValue = "AUTO",
      description = "What stays together: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private Grouping.Rule rule = Grouping.Rule.AUTO;

  @Option(
      names = "--pattern",
      defaultValue = "",
      description = "For --group pattern: the part of a path in brackets is what a group shares.")
  private String pattern = "";

  @Option(
      names = "--at-least",
      defaultValue = "3",
      description =
          "With --top-up: images of each class in validation and test (${DEFAULT-VALUE}).")
  private int atLeast;

  @ArgGroup private Mode mode = new Mode();

  /** What else than drawing a split. */
  static final class Mode {
    @Option(
        names = "--lists",
        description = "Take the lists that came with the images as they are.")
    private boolean lists;

    @Option(
        names = "--top-up",
        description = "Add new images and move rare classes to the examination, as a new revision.")
    private boolean topUp;
  }

  @Override
  protected Outcome run(Console console) throws IOException {
    SplitRecipe recipe =
        new SplitRecipe(
            SplitShares.of(train, val, test, holdout), Grouping.of(rule, pattern), seed, 0);
    try (Project opened = project.change()) {
      opened.checkWritable();
      opened.images().rescan(console.progress());
      report(console, revision(new Splits(opened), recipe, console));
    }
    return Outcome.DONE;
  }

  private SplitRevision revision(Splits splits, SplitRecipe recipe, Console console)
      throws IOException {
    if (mode.lists) {
      return splits.keepLists(recipe);
    }
    return mode.topUp
        ? splits.topUp(atLeast, console.progress())
        : splits.draw(recipe, console.progress());
  }

  private static void report(Console console, SplitRevision revision) {
    ObjectNode report = console.report();
    report.put("revision", revision.number());
    report.put("origin", revision.origin().name().toLowerCase(Locale.ROOT));
    console.say("Revision %d", revision.number());
    ObjectNode counts = report.putObject("counts");
    for (Split split : Split.values()) {
      long count = revision.counts().getOrDefault(split, 0L);
      counts.put(split.id(), count);
      console.say("  %-8s %,12d", split.id(), count);
    }
    ArrayNode moved = report.putArray("moved");
    revision.moved().forEach(image -> moved.add(image.toString()));
    if (!revision.moved().isEmpty()) {
      console.say(
          "%,d images left training; models trained before have seen them.",
          revision.moved().size());
    }
  }
}
