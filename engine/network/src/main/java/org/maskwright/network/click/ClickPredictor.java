package org.maskwright.network.click;

import java.io.IOException;
import org.maskwright.data.click.Evidence;
import org.maskwright.data.click.GraphCut;
import org.maskwright.data.click.ObjectRequest;
import org.maskwright.data.click.ObjectSelector;
import org.maskwright.data.click.PhotoSelector;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.region.Runs;
import org.maskwright.network.weights.model.LoadedModel;

/** A model that is kept warm and asked what clicks select, from any thread. */
public final class ClickPredictor implements AutoCloseable {

  private final LoadedModel model;
  private final NetworkEvidence evidence;
  private final PhotoSelector selector;

  /** Who has the last word about the border. */
  public enum Border {
    /** The network's own, at a half. */
    NETWORK,
    /** The cheapest cut near it, along edges of the image. */
    GRAPH_CUT
  }

  /** Takes the model over and closes it with itself. */
  public ClickPredictor(LoadedModel model, Border border) throws DataException {
    if (!ClickNetworks.isClickModel(model.description())) {
      throw DataException.of(ClickProblem.NOT_A_CLICK_MODEL, model.description().card().name());
    }
    this.model = model;
    this.evidence = new NetworkEvidence(model);
    this.selector =
        new PhotoSelector(
            border == Border.NETWORK
                ? ObjectSelector.plain(evidence)
                : ObjectSelector.refined(evidence, GraphCut.Strength.GENTLE));
  }

  public LoadedModel model() {
    return model;
  }

  /** What a network makes of one crop, for whoever draws the border elsewhere. */
  public synchronized float[] probabilities(Evidence.View view) {
    return evidence.probabilities(view);
  }

  public synchronized Runs select(PixelSource image, ObjectRequest request) throws IOException {
    return selector.select(image, request);
  }

  @Override
  public synchronized void close() {
    model.close();
  }
}
