package org.maskwright.network.click;

import org.maskwright.data.click.ClickQuery;
import org.maskwright.data.click.GraphCut;
import org.maskwright.data.click.ObjectSelector;
import org.maskwright.data.click.Selection;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.model.LoadedModel;

/** A model that is kept warm and asked what clicks select, from any thread. */
public final class ClickPredictor implements AutoCloseable {

  private final LoadedModel model;
  private final ObjectSelector selector;

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
    NetworkEvidence evidence = new NetworkEvidence(model);
    this.selector =
        border == Border.NETWORK
            ? ObjectSelector.plain(evidence)
            : ObjectSelector.refined(evidence, GraphCut.Strength.GENTLE);
  }

  public LoadedModel model() {
    return model;
  }

  public synchronized Selection select(ClickQuery query) {
    return selector.select(query);
  }

  @Override
  public synchronized void close() {
    model.close();
  }
}
