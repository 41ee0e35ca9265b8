package org.maskwright.data.click;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.label.Region;
import org.maskwright.data.metric.Click;

/**
 * Selects the object that is clicked: looks at a crop around it, weighs the evidence, draws the
 * border, and keeps to what clicks say.
 */
public final class ObjectSelector {

  private final Evidence evidence;
  private final Optional<GraphCut.Strength> cut;
  private final int longSide;

  private ObjectSelector(Evidence evidence, Optional<GraphCut.Strength> cut, int longSide) {
    this.evidence = evidence;
    this.cut = cut;
    this.longSide = longSide;
  }

  /** One that believes the evidence as it is. */
  public static ObjectSelector plain(Evidence evidence) {
    return new ObjectSelector(evidence, Optional.empty(), Zoom.LONG_SIDE);
  }

  /** One that moves the evidence's border to where colours change. */
  public static ObjectSelector refined(Evidence evidence, GraphCut.Strength strength) {
    return new ObjectSelector(evidence, Optional.of(strength), Zoom.LONG_SIDE);
  }

  /** One that needs no network. */
  public static ObjectSelector colours() {
    return new ObjectSelector(
        new ColourEvidence(), Optional.of(GraphCut.Strength.FIRM), ColourEvidence.LONG_SIDE);
  }

  /** The object; with neither a click inside the image nor a hint, what was selected before. */
  public Selection select(ClickQuery query) {
    if (query.clicks().isEmpty() && query.hint().isEmpty()) {
      return query.known();
    }
    Crop crop = Zoom.crop(query, longSide);
    CropReader reader = new CropReader(crop);
    float[] colours = reader.colours(query.image());
    float[] previous = previous(query, crop, reader);
    List<Click> clicks = inCrop(query.clicks(), crop);
    float[] field = evidence.probabilities(new Evidence.View(crop, colours, clicks, previous));
    if (cut.isPresent()) {
      GraphCut graph = new GraphCut(crop.width(), crop.height(), colours, cut.get());
      field = Smoothing.of(graph.cut(field, clicks), crop.width());
    }
    Selection found = new CropWriter(crop).write(field, query.known());
    return new ClickRules(query).apply(found);
  }

  private static float[] previous(ClickQuery query, Crop crop, CropReader reader) {
    if (query.previous().isEmpty() && query.hint().isPresent()) {
      return inside(query.hint().get(), crop);
    }
    Selection known = query.known();
    return reader.share(known.pixels(), known.width());
  }

  private static float[] inside(Region hint, Crop crop) {
    float[] shares = new float[crop.pixels()];
    int left = Math.max(0, crop.column(hint.x()));
    int right = Math.min(crop.width() - 1, crop.column(hint.right() - 1));
    int bottom = Math.min(crop.height() - 1, crop.row(hint.bottom() - 1));
    for (int y = Math.max(0, crop.row(hint.y())); y <= bottom; y++) {
      java.util.Arrays.fill(shares, y * crop.width() + left, y * crop.width() + right + 1, 1);
    }
    return shares;
  }

  private static List<Click> inCrop(List<Click> clicks, Crop crop) {
    List<Click> inside = new ArrayList<>();
    for (Click click : clicks) {
      inside.add(new Click(crop.column(click.x()), crop.row(click.y()), click.positive()));
    }
    return inside;
  }
}
