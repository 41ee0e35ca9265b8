package org.maskwright.data.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.MaskLosses;
import org.maskwright.data.format.Preflight;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;

/** Brings a dataset's labels into a project: looks first, then writes, then reads back. */
public final class Importer {

  private final Project project;
  private final Dataset source;
  private final ImportPlan plan;
  private final Progress progress;

  public Importer(Project project, Dataset source, ImportPlan plan, Progress progress) {
    this.project = project;
    this.source = source;
    this.plan = plan;
    this.progress = progress;
  }

  /** What the look beforehand found out. */
  private record Survey(
      Preflight preflight, Map<DatasetItem, ImageId> images, ImportClasses classes) {}

  /** Says what an import would bring. Nothing is written. */
  public Preflight preflight() throws IOException {
    return survey().preflight();
  }

  private Survey survey() throws IOException {
    Findings findings = new Findings();
    findings.addAll(source.findings());
    ProjectNames names = new ProjectNames(project, project.images(progress));
    ImportMatch match = new ImportMatch(project, names, plan, findings);
    Map<DatasetItem, ImageId> images = new LinkedHashMap<>();
    Map<ImageId, DatasetItem> taken = new LinkedHashMap<>();
    long[] counts = new long[256];
    int done = 0;
    for (DatasetItem item : source.items()) {
      progress.checkCancelled();
      progress.report("inspect", done++, source.items().size());
      Optional<LabelledImage> labels = load(item, findings);
      ImageId image = labels.isEmpty() ? null : match.find(item, labels.get().mask());
      if (labels.isEmpty() || image == null) {
        continue;
      }
      if (taken.putIfAbsent(image, item) != null) {
        findings.add(CommonFinding.DUPLICATE_NAME, item.path());
        continue;
      }
      images.put(item, image);
      count(labels.get(), counts, findings);
    }
    ImportClasses classes =
        ImportClasses.of(source.scheme(), project.scheme(), plan.classes(), counts, findings);
    List<DatasetItem> ready = new ArrayList<>(images.keySet());
    return new Survey(new Preflight(source.items().size(), ready, findings), images, classes);
  }

  private Optional<LabelledImage> load(DatasetItem item, Findings findings) throws IOException {
    try {
      return Optional.of(source.load(item, findings));
    } catch (DataException e) {
      boolean unknown = e.problem().code() == FormatProblem.UNKNOWN_VALUE;
      findings.add(
          unknown ? CommonFinding.UNKNOWN_VALUE : CommonFinding.UNREADABLE,
          item.path() + " (" + e.getMessage() + ")");
      return Optional.empty();
    }
  }

  private static void count(LabelledImage image, long[] counts, Findings findings) {
    long[] histogram = image.mask().histogram();
    for (int value = 0; value < counts.length; value++) {
      counts[value] += histogram[value];
    }
    String path = image.item().path();
    long unlabelled = MaskLosses.unlabelled(image.mask());
    findings.add(CommonFinding.UNLABELLED_PIXELS, unlabelled, path);
    findings.add(CommonFinding.VOID_PIXELS, histogram[LabelMask.IGNORE] - unlabelled, path);
    MaskLosses.inspectInstances(image, findings);
  }

  /** Imports, unless the look beforehand finds something that stands against it. */
  public ImportReport run() throws IOException {
    Survey survey = survey();
    Preflight preflight = survey.preflight();
    if (preflight.hasErrors() && !plan.skipBroken()) {
      throw DataException.of(
          FormatProblem.PREFLIGHT_FAILED, preflight.errorCount(), preflight.errors());
    }
    if (!survey.classes().scheme().equals(project.scheme())) {
      project.changeScheme(survey.classes().scheme());
    }
    long different = 0;
    int done = 0;
    for (Map.Entry<DatasetItem, ImageId> entry : survey.images().entrySet()) {
      progress.checkCancelled();
      progress.report("import", done++, survey.images().size());
      different += bring(entry.getKey(), entry.getValue(), survey.classes());
    }
    return new ImportReport(preflight, done, different);
  }

  /** Writes one mask and returns how many pixels of it are found otherwise afterwards. */
  private long bring(DatasetItem item, ImageId image, ImportClasses classes) throws IOException {
    LabelMask read = source.load(item, new Findings()).mask();
    byte[] labels = MaskLosses.translate(read.labels(), classes.table());
    LabelMask mask = signed(read, labels);
    ImageState state = plan.state();
    if (plan.proposals()) {
      Optional<LabelMask> present = project.masks().read(image);
      present.ifPresent(below -> keepPainted(below, mask));
      ImageState before = project.masks().record(image).state();
      state = before.mayBecome(ImageState.PROPOSED) ? ImageState.PROPOSED : before.afterEdit();
    }
    project.masks().write(image, mask, state);
    return differences(mask, project.masks().read(image));
  }

  /** The labels, each signed by where it came from. */
  private LabelMask signed(LabelMask read, byte[] labels) {
    Provenance by =
        plan.proposals()
            ? Provenance.model("import " + plan.formatId())
            : new Provenance(Provenance.Kind.IMPORT, plan.formatId());
    LabelMask mask = LabelMask.decided(read.width(), read.height(), labels, by);
    for (int i = 0; i < labels.length; i++) {
      if (read.isUnlabelled(i)) {
        mask.provenanceCodes()[i] = 0;
      }
    }
    return mask;
  }

  private static void keepPainted(LabelMask present, LabelMask proposal) {
    boolean[] human = ImportMatch.humanCodes(present);
    byte[] codes = new byte[256];
    for (int code = 0; code < present.provenances().size(); code++) {
      codes[code] = proposal.provenances().code(present.provenances().get((byte) code));
    }
    byte[] presentCodes = present.provenanceCodes();
    for (int i = 0; i < presentCodes.length; i++) {
      if (human[presentCodes[i] & 0xFF]) {
        proposal.labels()[i] = present.labels()[i];
        proposal.provenanceCodes()[i] = codes[presentCodes[i] & 0xFF];
      }
    }
  }

  private static long differences(LabelMask wanted, Optional<LabelMask> found) {
    long count = wanted.labels().length;
    if (found.isPresent() && found.get().sameSize(wanted)) {
      count = 0;
      byte[] labels = found.get().labels();
      for (int i = 0; i < labels.length; i++) {
        count += labels[i] == wanted.labels()[i] ? 0 : 1;
      }
    }
    return count;
  }
}
