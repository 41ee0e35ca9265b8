package org.maskwright.data.metric;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.label.LabelMask;

/**
 * Counts the clicks that a careful person would need to select an object: NoC, the number of
 * clicks. From an empty selection, each click goes where the selection is most wrong, until it is
 * right enough or 20 clicks are spent. Pixels whose truth is {@link LabelMask#IGNORE} neither count
 * nor are clicked.
 */
public final class NocProtocol {

  public static final int MAX_CLICKS = 20;

  private final LabelMask truth;
  private final int label;

  /** A protocol for the pixels that have this label in the truth. */
  public NocProtocol(LabelMask truth, int label) {
    this.truth = truth;
    this.label = label;
  }

  /** What is being measured: turns all clicks so far into a selection, row by row. */
  @FunctionalInterface
  public interface Segmenter {
    boolean[] select(List<Click> clicks) throws IOException;
  }

  /** Clicks until the selection's IoU is at least the target. */
  public NocResult run(Segmenter segmenter, double targetIou) throws IOException {
    List<Click> clicks = new ArrayList<>();
    List<Double> ious = new ArrayList<>();
    boolean[] selection = new boolean[truth.labels().length];
    while (clicks.size() < MAX_CLICKS) {
      Optional<Click> next = NextClick.of(truth, label, selection);
      if (next.isEmpty()) {
        break;
      }
      clicks.add(next.get());
      selection = segmenter.select(List.copyOf(clicks));
      ious.add(iou(selection));
      if (ious.get(ious.size() - 1) >= targetIou) {
        break;
      }
    }
    return new NocResult(clicks, ious);
  }

  private double iou(boolean[] selection) {
    byte[] labels = truth.labels();
    if (selection.length != labels.length) {
      throw new IllegalArgumentException("a selection of " + selection.length + " pixels");
    }
    long both = 0;
    long either = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != (byte) LabelMask.IGNORE) {
        boolean object = labels[i] == (byte) label;
        both += object && selection[i] ? 1 : 0;
        either += object || selection[i] ? 1 : 0;
      }
    }
    return either == 0 ? 1 : (double) both / either;
  }
}
