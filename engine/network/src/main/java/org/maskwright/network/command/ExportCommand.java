package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.exchange.ExportChoices;
import org.maskwright.data.exchange.ExportProfile;
import org.maskwright.data.exchange.ImageFilter;
import org.maskwright.data.exchange.ProjectExport;
import org.maskwright.data.format.ExportReport;
import org.maskwright.data.format.Preflight;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a project's masks in a format that others read, and reads them back before it says so. */
@Command(
    name = "export",
    description = {
      "Write a project's masks in another format.",
      "Everything is written out of sight, read back and compared; only then it appears."
    },
    footer = {
      "  maskwright export fields delivery --format voc --images",
      "  maskwright export fields delivery.zip --format coco --state ready --state verified",
      "  maskwright export fields delivery --format voc --split train --split val",
      "  maskwright export fields delivery --format voc --dry-run",
      "  maskwright export fields delivery --format voc --save-profile client.json",
      "  maskwright export fields delivery.zip --profile client.json --replace"
    })
public final class ExportCommand extends ProgramCommand {

  @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's folder.")
  private Path home = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "TARGET",
      description = "A folder that is not there yet, or a .zip file.")
  private Path target = Path.of("");

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "Export as a saved profile says; options given here count above it.")
  private @Nullable Path profile;

  @Option(
      names = "--save-profile",
      paramLabel = "FILE",
      description = "Keep the choices of this export in a profile.")
  private @Nullable Path savedProfile;

  @Option(names = "--format", paramLabel = "ID", description = FormatHelp.FORMAT)
  private @Nullable String format;

  @Option(names = "--option", paramLabel = "KEY=VALUE", description = FormatHelp.OPTION)
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only images in this state, such as ready. Can be repeated.")
  private List<String> states = List.of();

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      description =
          "Only images in this split: train, val, test, holdout or none. Can be repeated.")
  private List<String> splits = List.of();

  @Option(names = "--images", description = "Let the images come along.")
  private boolean images;

  @Option(names = "--replace", description = "Replace an earlier export at the same place.")
  private boolean replace;

  @Option(
      names = "--skip-broken",
      description = "Go on without the images that cannot be brought across.")
  private boolean skipBroken;

  @Option(names = "--dry-run", description = "Only say what would come across and what not.")
  private boolean dryRun;

  @Override
  protected Outcome run(Console console) throws IOException {
    ExportProfile chosen = chosen();
    try (Project project = Project.openReadOnly(home, Workplace.current())) {
      ProjectExport export =
          ProjectExport.of(
              project, chosen, new ExportChoices(replace, skipBroken), console.progress());
      if (savedProfile != null) {
        chosen.write(savedProfile);
      }
      return dryRun ? look(console, export) : write(console, export);
    }
  }

  private static Outcome look(Console console, ProjectExport export) throws IOException {
    Preflight preflight = export.preflight();
    FindingsText.show(console, preflight);
    return preflight.hasErrors() || preflight.ready().isEmpty() ? Outcome.FAILED : Outcome.DONE;
  }

  private Outcome write(Console console, ProjectExport export) throws IOException {
    ExportReport report = export.export(target);
    FindingsText.show(console, report.preflight());
    console.say("%s", report.english());
    console.report().put("target", report.target().toString());
    console.report().put("written", report.written());
    console.report().put("differentPixels", report.different());
    return Outcome.DONE;
  }

  private ExportProfile chosen() throws IOException {
    ExportProfile base =
        profile == null
            ? ExportProfile.of(format == null ? FormatHelp.DEFAULT : format)
            : ExportProfile.read(profile);
    Map<String, String> merged = new LinkedHashMap<>(base.options());
    merged.putAll(options);
    return new ExportProfile(
        format == null ? base.format() : format,
        merged,
        filter(base.filter()),
        base.classes(),
        images || base.images(),
        base.zip());
  }

  private ImageFilter filter(ImageFilter base) {
    Set<ImageState> wanted = new HashSet<>();
    for (String state : states) {
      wanted.add(FormatHelp.state(state, commandLine()));
    }
    Set<String> names = new HashSet<>();
    for (String split : splits) {
      names.add(FormatHelp.split(split, commandLine()));
    }
    return new ImageFilter(
        wanted.isEmpty() ? base.states() : wanted, names.isEmpty() ? base.splits() : names);
  }
}
