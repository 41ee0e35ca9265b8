package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.Workplace;
import org.maskwright.samples.SampleProject;
import org.maskwright.samples.SampleWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a sample project to play with. */
@Command(
    name = "sample",
    description = {
      "Write a sample project: photos, and a project with masks for two thirds of them.",
      "countryside is a land from above with seven classes; cherries is round and crowded."
    },
    footer = {"  maskwright sample countryside play", "  maskwright sample cherries fruit"})
public final class SampleCommand extends ProgramCommand {

  @Parameters(
      index = "0",
      paramLabel = "SAMPLE",
      completionCandidates = Names.class,
      description = "${COMPLETION-CANDIDATES}.")
  private String sample = "";

  @Parameters(index = "1", paramLabel = "FOLDER", description = "Gets photos and project.")
  private Path folder = Path.of("");

  @Option(
      names = "--complete",
      description = "Label the last third, too: what comes out if a person labels everything.")
  private boolean complete;

  /** The samples there are. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(SampleProject.values()).map(SampleProject::id).iterator();
    }
  }

  @Override
  protected Outcome run(Console console) throws IOException {
    SampleProject chosen =
        SampleProject.byId(sample)
            .orElseThrow(() -> DataException.of(CommandProblem.NO_SUCH_SAMPLE, sample, names()));
    Workplace here = Workplace.current();
    Path project =
        complete
            ? SampleWriter.writeComplete(chosen, folder, here, console.progress())
            : SampleWriter.write(chosen, folder, here, console.progress());
    console.report().put("project", project.toString());
    console.say(
        complete ? "%s: %d photos, all labelled." : "%s: %d photos, some of them for you to label.",
        project,
        chosen.images());
    return Outcome.DONE;
  }

  private static String names() {
    return Arrays.stream(SampleProject.values())
        .map(SampleProject::id)
        .collect(Collectors.joining(", "));
  }
}
