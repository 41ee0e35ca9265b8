package org.maskwright.data.proposal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.edit.StepInfo;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.edit.Stroke;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.Area;
import org.maskwright.data.region.Flood;
import org.maskwright.data.region.RegionChange;
import org.maskwright.data.region.Runs;
import org.maskwright.data.task.Progress;

/** What of a proposal is taken into the mask of an image of a certain size. */
public final class Acceptance {

  private static final int ANY = -1;

  private final ProposedMask proposal;
  private final Region bounds;

  public Acceptance(ProposedMask proposal, int width, int height) {
    if (!proposal.fits(width, height)) {
      throw new IllegalArgumentException("no proposal for %d x %d".formatted(width, height));
    }
    this.proposal = proposal;
    bounds = new Region(0, 0, width, height);
  }

  /** The class that is proposed for a pixel; {@link LabelMask#IGNORE} if none is. */
  public int label(int x, int y) {
    return proposal.label(proposal.index(x, y));
  }

  /** All of it. */
  public RegionChange all(Progress progress) {
    return collect(new Bands(ANY, 0, progress), null);
  }

  /**
   * One class.
   *
   * @param leastConfidence 0 to 255; pixels of which the model is less sure are left out
   */
  public RegionChange ofClass(int label, int leastConfidence, Progress progress) {
    return collect(new Bands(label, leastConfidence, progress), null);
  }

  /** All that lies in an area. */
  public RegionChange inside(Area area, Progress progress) {
    return collect(new Bands(ANY, 0, progress), area);
  }

  /** The connected region of one class that a pixel belongs to. */
  public RegionChange connected(int x, int y, Progress progress) {
    int label = bounds.contains(x, y) ? label(x, y) : LabelMask.IGNORE;
    if (label == LabelMask.IGNORE) {
      return new RegionChange(List.of());
    }
    Runs region = Flood.from(x, y, bounds, (px, py) -> label(px, py) == label, progress);
    return new RegionChange(List.of(new RegionChange.Part(label, region)));
  }

  private RegionChange collect(Bands bands, @Nullable Area area) {
    if (area == null) {
      for (int y = 0; y < bounds.height(); y++) {
        bands.run(y, 0, bounds.width());
      }
    } else {
      area.forEachRun(
          (y, from, to) -> {
            if (y >= 0 && y < bounds.height()) {
              bands.run(y, Math.max(0, from), Math.min(bounds.width(), to));
            }
          });
    }
    return bands.build();
  }

  /** Takes what a change says into a mask, as one step that names the model. */
  public static Optional<StepInfo> accept(
      MaskDocument document, RegionChange change, String source, PaintRule rule, String words)
      throws IOException {
    Stroke stroke = document.begin(StepKind.PROPOSAL, words);
    stroke.paint(change, Provenance.model(source), rule);
    return stroke.end();
  }

  /** Collects runs of one label, band by band: who paints them stays in one part of the mask. */
  private final class Bands {

    private static final int BAND = 256;

    private final int wanted;
    private final int least;
    private final Progress progress;
    private final Runs.@Nullable Builder[] builders = new Runs.Builder[LabelMask.IGNORE];
    private final List<RegionChange.Part> parts = new ArrayList<>();
    private int band;

    Bands(int wanted, int least, Progress progress) {
      this.wanted = wanted;
      this.least = least;
      this.progress = progress;
    }

    void run(int y, int from, int to) {
      if (y / BAND != band) {
        progress.checkCancelled();
        endBand();
        band = y / BAND;
      }
      int start = from;
      int label = LabelMask.IGNORE;
      for (int x = from; x < to; x++) {
        int now = taken(proposal.index(x, y));
        if (now != label) {
          add(label, y, start, x);
          label = now;
          start = x;
        }
      }
      add(label, y, start, to);
    }

    private int taken(int index) {
      int label = proposal.label(index);
      boolean out =
          (wanted != ANY && label != wanted) || (least > 0 && proposal.confidence(index) < least);
      return out ? LabelMask.IGNORE : label;
    }

    private void add(int label, int y, int from, int to) {
      if (label != LabelMask.IGNORE && from < to) {
        Runs.Builder builder = builders[label];
        if (builder == null) {
          builder = new Runs.Builder();
          builders[label] = builder;
        }
        builder.add(y, from, to);
      }
    }

    private void endBand() {
      for (int label = 0; label < builders.length; label++) {
        Runs.Builder builder = builders[label];
        if (builder != null) {
          parts.add(new RegionChange.Part(label, builder.build()));
          builders[label] = null;
        }
      }
    }

    RegionChange build() {
      endBand();
      return new RegionChange(parts);
    }
  }
}
