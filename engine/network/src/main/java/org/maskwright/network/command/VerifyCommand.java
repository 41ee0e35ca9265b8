package org.maskwright.network.command;

import java.io.IOException;
import org.maskwright.data.project.CheckReport;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.ProjectCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a project and fails if anything is wrong with it. */
@Command(
    name = "verify",
    description = {
      "Check a project's images and masks.",
      "Found are images that cannot be read, masks of another size than their image, labels that",
      "are no class, masks without an image, and files left by unfinished writes.",
      "Nothing is changed. The exit code is 1 if there are problems."
    },
    footer = {
      "  maskwright verify my-project",
      "  maskwright verify my-project --headers-only --json problems.json"
    })
public final class VerifyCommand extends ProgramCommand {

  @Mixin private final ProjectArgument project = new ProjectArgument();

  @Option(
      names = "--headers-only",
      description = "Read only the headers of images. Faster, and misses damage further in.")
  private boolean headersOnly;

  @Override
  protected Outcome run(Console console) throws IOException {
    CheckReport report;
    try (Project opened = project.look()) {
      report = ProjectCheck.run(opened, !headersOnly, console.progress());
    }
    console.report().put("images", report.images()).put("masks", report.masks());
    ProblemLines.print(console, report.problems());
    console.say(
        "%,d images, %,d masks, %,d problems",
        report.images(), report.masks(), report.problems().size());
    return report.isSound() ? Outcome.DONE : Outcome.FAILED;
  }
}
