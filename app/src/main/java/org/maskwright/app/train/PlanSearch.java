package org.maskwright.app.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.dataset.SplitRevision;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.region.Components;
import org.maskwright.data.region.Connectivity;
import org.maskwright.data.task.Progress;

/** Goes through a project and says what a training would use; changes nothing. */
final class PlanSearch {

  private static final int ASKED_SHARE = 10;

  private final Project project;
  private final Plan.Choices choices;
  private final ModelClasses model;
  private final Map<ImageId, Split> images = new TreeMap<>();
  private final Map<Integer, long[]> tallies = new HashMap<>();
  private int heldOutUnready;

  /**
   * A search.
   *
   * @param model the classes of the model to begin with
   */
  PlanSearch(Project project, Plan.Choices choices, ModelClasses model) {
    this.project = project;
    this.choices = choices;
    this.model = model;
  }

  Plan run(Progress progress) throws IOException {
    Optional<SplitRevision> split = new Splits(project).current();
    List<ImageEntry> entries = project.images().entries();
    long done = 0;
    for (ImageEntry entry : entries) {
      progress.checkCancelled();
      progress.report("inspect", ++done, entries.size());
      // What came after the draw is learned from: it was never held out from a model.
      look(entry.image(), split.flatMap(now -> now.of(entry.image())).orElse(Split.TRAIN));
    }
    askSomeOfTheLearned();
    return new Plan(
        choices, images, heldOutUnready, split.map(SplitRevision::number).orElse(0), lines());
  }

  private void look(ImageId image, Split split) throws IOException {
    ImageState state = project.masks().record(image).state();
    boolean counts = choices.snapshot().takes(state);
    if (split == Split.HOLDOUT && !counts) {
      heldOutUnready++;
    }
    if (split == Split.TEST || !counts) {
      return;
    }
    Optional<LabelMask> mask = mask(image);
    if (mask.isPresent() && count(mask.get(), state, split == Split.HOLDOUT)) {
      images.put(image, split);
    }
  }

  /** A mask that cannot be read is no part of a training; the project's own check names it. */
  private Optional<LabelMask> mask(ImageId image) throws IOException {
    try {
      return project.masks().read(image);
    } catch (DataException e) {
      return Optional.empty();
    }
  }

  /** Counts what is learned of a mask; false if nothing in it counts. */
  private boolean count(LabelMask mask, ImageState state, boolean heldOut) {
    LabelScheme scheme = project.scheme();
    byte[] labels = mask.labels().clone();
    boolean any = false;
    boolean[] shown = new boolean[256];
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i] & 0xFF;
      boolean counts =
          label != LabelMask.IGNORE
              && label < scheme.size()
              && choices.snapshot().counts(mask, state, i);
      int stands = counts ? scheme.resolve(label) : LabelMask.IGNORE;
      labels[i] = (byte) stands;
      shown[stands] = true;
      any |= counts && !choices.leftOut().contains(stands);
    }
    if (any && !heldOut) {
      LabelMask counted =
          LabelMask.decided(
              mask.width(), mask.height(), labels, Provenance.of(Provenance.Kind.IMPORT));
      for (int label = 0; label < scheme.size(); label++) {
        if (shown[label]) {
          long[] tally = tallies.computeIfAbsent(label, l -> new long[2]);
          tally[0] += Components.ofLabel(counted, label, Connectivity.EIGHT).count();
          tally[1]++;
        }
      }
    }
    return any;
  }

  /** Somebody has to be asked while learning: a tenth of the images, if the split names none. */
  private void askSomeOfTheLearned() {
    if (images.containsValue(Split.VAL)) {
      return;
    }
    List<ImageId> learned = new ArrayList<>(images.keySet());
    learned.removeIf(image -> images.get(image) != Split.TRAIN);
    for (int i = 0; i < learned.size() && learned.size() > 1; i += ASKED_SHARE) {
      images.put(learned.get(i), Split.VAL);
    }
  }

  private List<Plan.ClassLine> lines() {
    List<Plan.ClassLine> lines = new ArrayList<>();
    for (LabelClass label : project.scheme().active()) {
      long[] tally = tallies.getOrDefault(label.index(), new long[2]);
      lines.add(
          new Plan.ClassLine(
              label.index(),
              label.name(),
              label.displayRgb(),
              tally[0],
              (int) tally[1],
              model.standsFor(label.index()),
              choices.leftOut().contains(label.index())));
    }
    return lines;
  }
}
