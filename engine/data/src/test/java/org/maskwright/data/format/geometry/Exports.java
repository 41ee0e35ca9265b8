package org.maskwright.data.format.geometry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.ExportPlan;
import org.maskwright.data.format.ExportReport;
import org.maskwright.data.format.Exporter;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.ImageCopier;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.task.Progress;

/** Short ways through export and import for tests. */
public final class Exports {

  private Exports() {}

  /** Exports and, as every export does, reads back. */
  public static ExportReport export(
      Dataset source, DatasetFormat format, Map<String, String> options, Path target)
      throws IOException {
    FormatOptions chosen = FormatOptions.of(format, options);
    ExportClasses classes = ExportClasses.of(source.scheme());
    ExportPlan plan = new ExportPlan(format, chosen, classes, ImageCopier.NONE, false, false);
    return new Exporter(source, plan, Progress.NONE).export(target);
  }

  public static Dataset open(Path source, DatasetFormat format, Map<String, String> options)
      throws IOException {
    return format.open(source, FormatOptions.of(format, options), Progress.NONE);
  }

  /** Reads every image, as an import does. */
  public static Findings readAll(Path source, DatasetFormat format) throws IOException {
    Findings findings = new Findings();
    try (Dataset dataset = open(source, format, Map.of())) {
      findings.addAll(dataset.findings());
      for (DatasetItem item : dataset.items()) {
        dataset.load(item, findings);
      }
    }
    return findings;
  }

  public static LabelledImage first(Dataset dataset) throws IOException {
    return dataset.load(dataset.items().get(0), new Findings());
  }
}
