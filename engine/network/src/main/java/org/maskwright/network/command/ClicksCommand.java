package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.click.ObjectSelector;
import org.maskwright.data.click.PhotoSelector;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.click.ClickBenchmark;
import org.maskwright.network.click.ClickPredictor;
import org.maskwright.network.click.ClickProblem;
import org.maskwright.network.click.ClickScores;
import org.maskwright.network.click.ObjectFolder;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts the clicks that objects need. */
@Command(
    name = "clicks",
    description = {
      "Count the clicks that it takes to select objects: from nothing, each click goes where the"
          + " selection is most wrong, up to 20, until it is right to 85 and 90 %.",
      "Without --model, graph cut alone is measured; with it, the network alone and both as well."
    },
    footer = {
      "  maskwright clicks --data grabcut --json graphcut.json",
      "  maskwright clicks --data voc --list val --model clicks --json clicks.json"
    })
public final class ClicksCommand extends ProgramCommand {

  @Mixin private final LibraryOptions library = new LibraryOptions();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "A folder of images and masks (255 object, 128 unclear), or in VOC's layout.")
  private Path data = Path.of("");

  @Option(names = "--list", defaultValue = "val", description = "VOC's list to click on.")
  private String list = "val";

  @Option(names = "--model", description = "A model for clicks: name, hash or file.")
  private @Nullable String model;

  @Option(
      names = "--images",
      defaultValue = "2147483647",
      description = "Take only so many images.")
  private int images;

  @Option(
      names = "--smallest",
      defaultValue = "400",
      description = "Pixels of an object at least, where a mask shows several.")
  private int smallest;

  /** What the report calls each way of selecting. */
  private interface Step {
    void run(String name, ClickBenchmark.Method method) throws IOException;
  }

  @Override
  protected Outcome run(Console console) throws IOException {
    ObjectFolder folder = ObjectFolder.open(data, list);
    ClickBenchmark benchmark = new ClickBenchmark(folder, images, smallest);
    Progress progress = console.progress();
    Step step =
        (name, method) -> {
          ClickScores found = benchmark.run(method, progress);
          if (found.objects().isEmpty()) {
            throw DataException.of(ClickProblem.NO_OBJECTS, data, smallest);
          }
          report(console, name, found);
        };
    step.run("graphCut", new PhotoSelector(ObjectSelector.colours())::select);
    if (model != null) {
      for (ClickPredictor.Border border : ClickPredictor.Border.values()) {
        boolean alone = border == ClickPredictor.Border.NETWORK;
        try (ClickPredictor predictor = predictor(model, border, progress)) {
          step.run(alone ? "network" : "both", predictor::select);
        }
      }
    }
    return Outcome.DONE;
  }

  private ClickPredictor predictor(String wanted, ClickPredictor.Border border, Progress progress)
      throws IOException {
    LoadedModel loaded = ModelFile.load(library.library().find(wanted), progress);
    return new ClickPredictor(loaded, border);
  }

  private static void report(Console console, String name, ClickScores scores) {
    console.say(
        "%-9s %d objects: clicks to 85 %%: %.2f (%d never), to 90 %%: %.2f (%d never); IoU after 1,"
            + " 2, 3, 5 clicks %.3f %.3f %.3f %.3f; first click %.0f ms, later %.0f ms",
        name,
        scores.objects().size(),
        scores.clicksTo(0.85),
        scores.failures(0.85),
        scores.clicksTo(0.9),
        scores.failures(0.9),
        scores.iouOverClicks().get(0),
        scores.iouOverClicks().get(1),
        scores.iouOverClicks().get(2),
        scores.iouOverClicks().get(4),
        scores.firstSeconds() * 1000,
        scores.laterSeconds() * 1000);
    ObjectNode node = console.report().withObject("/methods").putObject(name);
    node.put("objects", scores.objects().size());
    node.put("noc85", scores.clicksTo(0.85)).put("noc90", scores.clicksTo(0.9));
    node.put("never85", scores.failures(0.85)).put("never90", scores.failures(0.9));
    node.put("firstClickSeconds", scores.firstSeconds());
    node.put("laterClickSeconds", scores.laterSeconds());
    ArrayNode ious = node.putArray("iouOverClicks");
    scores.iouOverClicks().forEach(ious::add);
    ArrayNode each = node.putArray("each");
    for (ClickScores.OfObject object : scores.objects()) {
      each.addObject()
          .put("name", object.name())
          .put("clicksTo85", object.result().clicksTo(0.85))
          .put("clicksTo90", object.result().clicksTo(0.9));
    }
  }
}
