package org.maskwright.app.train;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maskwright.data.metric.Change;
import org.maskwright.data.metric.Change.Verdict;
import org.maskwright.data.promotion.Decision.Means;

/**
 * What the gate found, as a person sees it.
 *
 * @param images that both models were asked about
 * @param variants coarse to fine
 * @param holdout the hash of the frozen images
 * @param revision of the split that held them out
 */
public record Judgement(
    int images,
    List<VariantRow> variants,
    List<Pictures> worst,
    List<String> broken,
    String holdout,
    int revision) {

  public Judgement {
    variants = List.copyOf(variants);
    worst = List.copyOf(worst);
    broken = List.copyOf(broken);
  }

  /** How a variant changed on all classes that both models know, and on each of them. */
  public record VariantRow(String variant, Change mean, List<ClassRow> classes) {

    /** Whether the mean tells anything: it counts as many regions as all classes have. */
    public Verdict verdict() {
      return mean.verdict(
          classes.stream().filter(row -> !row.isNew()).mapToLong(ClassRow::regions).sum());
    }
  }

  /** How a class changed. */
  public record ClassRow(String name, int rgb, long regions, int images, Change change) {

    /** True if only the second model knows it, so that there is nothing to compare. */
    public boolean isNew() {
      return regions > 0 && !Double.isFinite(change.before());
    }

    public Verdict verdict() {
      return change.verdict(regions);
    }
  }

  /** An image that became worse: the truth, and both answers. */
  public record Pictures(
      String name, Picture truth, Picture before, Picture after, double beforeIu, double afterIu) {}

  /** A small picture, a number of four bytes a pixel: alpha, red, green, blue. */
  @SuppressWarnings("ArrayRecordComponent") // Pixels in bulk; nobody compares pictures.
  public record Picture(int width, int height, int[] argb) {}

  Map<String, Means> means() {
    Map<String, Means> means = new TreeMap<>();
    for (VariantRow row : variants) {
      if (Double.isFinite(row.mean().before()) && Double.isFinite(row.mean().after())) {
        means.put(row.variant(), new Means(row.mean().before(), row.mean().after()));
      }
    }
    return means;
  }
}
