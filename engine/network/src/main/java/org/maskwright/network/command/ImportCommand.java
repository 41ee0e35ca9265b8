package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.exchange.Formats;
import org.maskwright.data.exchange.ImportPlan;
import org.maskwright.data.exchange.ImportReport;
import org.maskwright.data.exchange.Importer;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.Preflight;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings masks from elsewhere into a project. */
@Command(
    name = "import",
    description = {
      "Bring masks of another format into a project.",
      "Nothing is written if anything stands against it, unless --skip-broken is given."
    },
    footer = {
      "  maskwright import fields VOC2012 --format voc --dry-run",
      "  maskwright import fields delivery.zip --format cvat --map tree=trees --map sky=void",
      "  maskwright import fields guesses --format masks --as proposals",
      "  maskwright import fields camvid --format masks --option classes=camvid",
      "  maskwright import new-project VOC2012 --create VOC2012/JPEGImages"
    })
public final class ImportCommand extends ProgramCommand {

  /** As what masks come in. */
  enum As {
    DECISIONS,
    PROPOSALS
  }

  @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's folder.")
  private Path home = Path.of("");

  @Parameters(index = "1", paramLabel = "SOURCE", description = "A folder, a file or a zip file.")
  private Path source = Path.of("");

  @Option(
      names = "--create",
      paramLabel = "IMAGES",
      description =
          "Create the project first, for the images in this folder. Without masks it is not kept.")
  private @Nullable Path images;

  @Option(names = "--format", paramLabel = "ID", description = FormatHelp.FORMAT)
  private String format = FormatHelp.DEFAULT;

  @Option(names = "--option", paramLabel = "KEY=VALUE", description = FormatHelp.OPTION)
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--map",
      paramLabel = "THEIRS=OURS",
      description =
          "What a class is called in the project; void drops it. Others keep their names."
              + " Can be repeated.")
  private Map<String, String> map = new LinkedHashMap<>();

  @Option(
      names = "--as",
      description =
          "${COMPLETION-CANDIDATES}: as if a person had drawn them, or as suggestions below"
              + " whatever people drew. Default: ${DEFAULT-VALUE}.")
  private As as = As.DECISIONS;

  @Option(
      names = "--existing",
      description =
          "Images with labels: ${COMPLETION-CANDIDATES}: import nothing, leave them as they are,"
              + " or replace their labels. Default: ${DEFAULT-VALUE}.")
  private ImportPlan.Existing existing = ImportPlan.Existing.REFUSE;

  @Option(
      names = "--state",
      description = "What the images are afterwards. Default: ${DEFAULT-VALUE}.")
  private String state = ImageState.READY.id();

  @Option(
      names = "--skip-broken",
      description = "Go on without the masks that cannot be brought across.")
  private boolean skipBroken;

  @Option(names = "--dry-run", description = "Only say what would come across and what not.")
  private boolean dryRun;

  @Override
  protected Outcome run(Console console) throws IOException {
    DatasetFormat from = Formats.byId(format);
    FormatOptions chosen = FormatOptions.of(from, options);
    ImportPlan plan =
        new ImportPlan(
            from.id(),
            map,
            as == As.PROPOSALS,
            existing,
            FormatHelp.state(state, commandLine()),
            skipBroken);
    try (Dataset dataset = Formats.open(source, from, chosen, console.progress())) {
      return bring(dataset, plan, console);
    }
  }

  private Outcome bring(Dataset dataset, ImportPlan plan, Console console) throws IOException {
    Workplace workplace = Workplace.current();
    if (images != null) {
      try (NewProject created = NewProject.create(home, images, workplace)) {
        return bring(new Importer(created.project(), dataset, plan, console.progress()), console);
      }
    }
    try (Project project =
        dryRun ? Project.openReadOnly(home, workplace) : Project.open(home, workplace)) {
      return bring(new Importer(project, dataset, plan, console.progress()), console);
    }
  }

  private Outcome bring(Importer importer, Console console) throws IOException {
    return dryRun ? look(console, importer) : write(console, importer);
  }

  private static Outcome look(Console console, Importer importer) throws IOException {
    Preflight preflight = importer.preflight();
    FindingsText.show(console, preflight);
    return preflight.hasErrors() ? Outcome.FAILED : Outcome.DONE;
  }

  private static Outcome write(Console console, Importer importer) throws IOException {
    ImportReport report = importer.run();
    FindingsText.show(console, report.preflight());
    console.say("%s", report.english());
    console.report().put("written", report.written());
    console.report().put("differentPixels", report.different());
    return report.different() == 0 ? Outcome.DONE : Outcome.FAILED;
  }
}
