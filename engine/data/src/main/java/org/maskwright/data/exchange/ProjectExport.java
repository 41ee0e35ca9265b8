package org.maskwright.data.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.ExportPlan;
import org.maskwright.data.format.ExportReport;
import org.maskwright.data.format.Exporter;
import org.maskwright.data.format.Preflight;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;

/** Exports a project as a profile says. */
public final class ProjectExport {

  private final Exporter exporter;
  private final boolean zip;

  private ProjectExport(Exporter exporter, boolean zip) {
    this.exporter = exporter;
    this.zip = zip;
  }

  /** Prepares an export. */
  public static ProjectExport of(
      Project project, ExportProfile profile, ExportChoices choices, Progress progress)
      throws IOException {
    DatasetFormat format = Formats.byId(profile.format());
    ProjectDataset dataset = ProjectDataset.of(project, profile.filter(), choices.only(), progress);
    ExportPlan plan =
        new ExportPlan(
            format,
            profile.chosen(format),
            profile.exportClasses(project.scheme()),
            new ProjectImages(dataset, profile.images()),
            choices.replace(),
            choices.skipBroken());
    return new ProjectExport(new Exporter(dataset, plan, progress), profile.zip());
  }

  /** Says what would come across and what not. Nothing is written. */
  public Preflight preflight() throws IOException {
    return exporter.preflight();
  }

  public ExportReport export(Path target) throws IOException {
    boolean named = target.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    return exporter.export(
        zip && !named ? target.resolveSibling(target.getFileName() + ".zip") : target);
  }
}
