package org.maskwright.data.project;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.task.Progress;

/** Counts what is in a project. */
public final class StatsCount {

  private static final String PHASE = "stats";
  private static final int VALUES = 256;

  private final Project project;
  private final Map<ImageState, Long> states = new EnumMap<>(ImageState.class);
  private final Map<Provenance.Kind, Long> hands = new EnumMap<>(Provenance.Kind.class);
  private final Map<String, Long> sizes = new HashMap<>();
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final long[] pixels = new long[VALUES];
  private final long[] images = new long[VALUES];
  private long unlabelled;
  private long masks;

  private StatsCount(Project project) {
    this.project = project;
  }

  public static ProjectStats of(Project project, Progress progress) throws IOException {
    return new StatsCount(project).count(progress);
  }

  private ProjectStats count(Progress progress) throws IOException {
    problems.addAll(project.images().rescan(progress).problems());
    List<ImageEntry> entries = project.images().entries();
    long done = 0;
    for (ImageEntry entry : entries) {
      progress.checkCancelled();
      progress.report(PHASE, done++, entries.size());
      states.merge(entry.state(), 1L, Long::sum);
      countSize(entry.image());
      countMask(entry.image());
    }
    progress.report(PHASE, done, entries.size());
    return new ProjectStats(
        entries.size(),
        masks,
        states,
        classes(),
        pixels[LabelMask.IGNORE] - unlabelled,
        unlabelled,
        hands,
        mostFrequentFirst(sizes),
        List.copyOf(problems));
  }

  private void countSize(ImageId image) throws IOException {
    try {
      ImageHeader header = ImageProbe.header(project.roots().imageRef(image));
      sizes.merge(header.width() + " x " + header.height(), 1L, Long::sum);
    } catch (DataException e) {
      problems.add(e.problem());
    }
  }

  private void countMask(ImageId image) throws IOException {
    try {
      Optional<LabelMask> mask = project.masks().read(image);
      if (mask.isPresent()) {
        masks++;
        count(mask.get());
      }
    } catch (DataException e) {
      problems.add(e.problem());
    }
  }

  private void count(LabelMask mask) {
    long[] histogram = mask.histogram();
    for (int value = 0; value < VALUES; value++) {
      pixels[value] += histogram[value];
      images[value] += histogram[value] > 0 ? 1 : 0;
    }
    long[] codes = new long[VALUES];
    byte[] labels = mask.labels();
    byte[] provenance = mask.provenanceCodes();
    for (int i = 0; i < labels.length; i++) {
      codes[provenance[i] & 0xFF]++;
      unlabelled += mask.isUnlabelled(i) ? 1 : 0;
    }
    for (int code = 1; code < mask.provenances().size(); code++) {
      if (codes[code] > 0) {
        hands.merge(mask.provenances().get((byte) code).kind(), codes[code], Long::sum);
      }
    }
  }

  private List<ClassCount> classes() {
    LabelScheme scheme = project.scheme();
    List<ClassCount> classes = new ArrayList<>();
    for (int value = 0; value < LabelMask.IGNORE; value++) {
      if (value < scheme.size() || pixels[value] > 0) {
        String name = value < scheme.size() ? scheme.get(value).name() : "";
        classes.add(new ClassCount(value, name, pixels[value], images[value]));
      }
    }
    return classes;
  }

  private static Map<String, Long> mostFrequentFirst(Map<String, Long> counts) {
    Map<String, Long> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
