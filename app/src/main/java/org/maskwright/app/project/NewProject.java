package org.maskwright.app.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maskwright.data.exchange.Formats;
import org.maskwright.data.exchange.ImportPlan;
import org.maskwright.data.exchange.ImportReport;
import org.maskwright.data.exchange.Importer;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.task.Progress;

/**
 * A project that is about to be made.
 *
 * @param home where it is kept
 * @param classes names; a background is put first where there is none
 * @param labels come with the photos, and into the project
 */
public record NewProject(
    Path home, Path photos, List<String> classes, Optional<FoundDataset> labels) {

  private static final String BACKGROUND = "background";

  /** The project, and what the labels' import found, if there were labels. */
  public record Made(Project project, Optional<ImportReport> imported) {}

  Made make(Workplace workplace, Progress progress) throws IOException {
    Project project =
        Project.create(
            home, scheme(), List.of(new ImageRoot(Placement.rootName(photos), photos)), workplace);
    boolean made = false;
    try {
      Optional<ImportReport> imported =
          labels.isPresent()
              ? Optional.of(bring(labels.get(), project, progress))
              : Optional.empty();
      made = true;
      return new Made(project, imported);
    } finally {
      if (!made) {
        project.close();
      }
    }
  }

  private ImportReport bring(FoundDataset found, Project project, Progress progress)
      throws IOException {
    DatasetFormat format = Formats.byId(found.format());
    try (Dataset dataset =
        Formats.open(found.source(), format, FormatOptions.defaults(format), progress)) {
      ImportPlan plan = ImportPlan.of(found.format()).skippingBroken();
      Dataset named = new NamedByPhoto(dataset, photos);
      return new Importer(project, named, plan, progress).run();
    }
  }

  private LabelScheme scheme() throws IOException {
    List<String> names = new ArrayList<>(classes);
    boolean named = !names.isEmpty() && names.get(0).toLowerCase(Locale.ROOT).equals(BACKGROUND);
    if (!named) {
      names.add(0, BACKGROUND);
    }
    return LabelScheme.ofNames(names);
  }
}
