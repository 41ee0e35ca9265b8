package org.maskwright.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/** Reads an export with the format's own reader and counts the pixels that are not as expected. */
final class ReadBack {

  /** A label that the source's masks cannot hold: what the reader found is no class of ours. */
  private static final byte STRANGE = (byte) 254;

  private static final int EXAMPLES = 5;

  private final ExportPlan plan;
  private final DatasetWriter writer;
  private final List<String> differing = new ArrayList<>();
  private long written;
  private long different;
  private long images;

  ReadBack(ExportPlan plan, DatasetWriter writer) {
    this.plan = plan;
    this.writer = writer;
  }

  /** Compares all images; the two lists have the same images, under the source's and our names. */
  void compare(
      Path folder,
      Dataset source,
      List<DatasetItem> items,
      List<DatasetItem> renamed,
      Progress progress)
      throws IOException {
    Findings unused = new Findings();
    try (Dataset copy = plan.format().open(folder, plan.options(), progress)) {
      Map<String, DatasetItem> found = new HashMap<>();
      copy.items().forEach(item -> found.put(item.path(), item));
      byte[] table = table(copy.scheme());
      for (int i = 0; i < items.size(); i++) {
        progress.checkCancelled();
        progress.report("verify", i, items.size());
        LabelledImage image = source.load(items.get(i), unused);
        LabelledImage wanted = new LabelledImage(renamed.get(i), image.mask(), image.instances());
        DatasetItem item = find(found, renamed.get(i));
        LabelledImage read = item == null ? null : copy.load(item, unused);
        count(items.get(i).path(), differences(wanted, read, table));
      }
    }
  }

  private @Nullable DatasetItem find(Map<String, DatasetItem> found, DatasetItem renamed) {
    DatasetItem item = found.get(renamed.path());
    return item != null ? item : found.get(writer.nameOf(renamed));
  }

  /** Pixels whose label or whose object is not the wanted one. */
  private long differences(LabelledImage image, @Nullable LabelledImage copy, byte[] table) {
    byte[] wanted = writer.expected(image);
    if (copy == null || copy.mask().labels().length != wanted.length) {
      return wanted.length;
    }
    InstanceMap objects = writer.expectedInstances(image);
    int[] wantedObjects = objects == null ? null : objects.values();
    InstanceMap found = copy.instances();
    int[] foundObjects = found == null ? new int[wanted.length] : found.values();
    byte[] read = copy.mask().labels();
    long pixels = 0;
    for (int i = 0; i < wanted.length; i++) {
      boolean same = table[read[i] & 0xFF] == wanted[i];
      same &= wantedObjects == null || wantedObjects[i] == foundObjects[i];
      pixels += same ? 0 : 1;
    }
    return pixels;
  }

  private void count(String path, long pixels) {
    written++;
    different += pixels;
    images += pixels == 0 ? 0 : 1;
    if (pixels > 0 && differing.size() < EXAMPLES) {
      differing.add(path);
    }
  }

  /** From the reader's indices to the source's, by the names in the export. */
  private byte[] table(LabelScheme scheme) {
    byte[] table = new byte[256];
    Arrays.fill(table, STRANGE);
    table[LabelMask.IGNORE] = (byte) LabelMask.IGNORE;
    // Formats that list objects have no name for the background; index 0 is it everywhere.
    table[LabelScheme.BACKGROUND] = (byte) LabelScheme.BACKGROUND;
    for (ExportClasses.Entry entry : plan.classes().entries()) {
      scheme
          .byName(writer.className(entry))
          .map(LabelClass::index)
          .ifPresent(index -> table[index] = (byte) entry.index());
    }
    return table;
  }

  void check() throws DataException {
    if (different > 0 && writer.isExact()) {
      throw DataException.of(
          FormatProblem.NOT_VERIFIED,
          different,
          images,
          String.join(", ", differing),
          "Nothing was put in place.");
    }
  }

  ExportReport report(Path target, Preflight preflight) {
    return new ExportReport(target, preflight, written, different, differing);
  }
}
