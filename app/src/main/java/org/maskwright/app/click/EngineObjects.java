package org.maskwright.app.click;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.maskwright.app.engine.EngineStatus;
import org.maskwright.app.engine.SharedEngine;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.tool.ObjectSource;
import org.maskwright.data.click.Crop;
import org.maskwright.data.click.Evidence;
import org.maskwright.data.click.GraphCut;
import org.maskwright.data.click.ObjectRequest;
import org.maskwright.data.click.ObjectSelector;
import org.maskwright.data.click.PhotoSelector;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.Runs;
import org.maskwright.protocol.wire.Model;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds clicked objects with the engine's model for clicks. Without an engine, without such a
 * model, or when the engine does not answer, colours alone decide: a click always has an answer.
 */
public final class EngineObjects implements ObjectSource {

  private static final Logger LOG = LoggerFactory.getLogger(EngineObjects.class);
  private static final int WARM_SIDE = 64;

  private final SharedEngine engine;
  private final Tasks tasks;
  private final ObjectSource colours = ObjectSource.colours();
  private volatile Optional<String> model = Optional.empty();

  public EngineObjects(SharedEngine engine, Tasks tasks) {
    this.engine = engine;
    this.tasks = tasks;
    engine.statusProperty().map(EngineStatus::isThere).subscribe(there -> prepare());
  }

  @Override
  public void prepare() {
    if (engine.statusProperty().get().isThere()) {
      tasks.start(progress -> ready(), new Outcome<>(found -> model = found, this::lost));
    } else {
      model = Optional.empty();
    }
  }

  /** The model for clicks, loaded by having been asked once. */
  private Optional<String> ready() throws IOException {
    Optional<String> found = find(engine.now().models());
    if (found.isPresent() && !found.equals(model)) {
      Crop crop = new Crop(new Region(0, 0, WARM_SIDE, WARM_SIDE), WARM_SIDE, WARM_SIDE);
      float[] nothing = new float[crop.pixels()];
      new EngineEvidence(engine, found.get())
          .probabilities(new Evidence.View(crop, new float[3 * crop.pixels()], List.of(), nothing));
    }
    return found;
  }

  /** The one that somebody brought along comes before the one that came with the program. */
  private static Optional<String> find(List<Model> models) {
    return models.stream()
        .filter(known -> known.getForClicks() && known.getProblem().isEmpty())
        .findFirst()
        .map(Model::getHash);
  }

  private void lost(Exception reason) {
    LOG.info("No model for clicks can be asked: {}", reason.getMessage());
    model = Optional.empty();
  }

  @Override
  public Runs select(PixelSource image, ObjectRequest request) throws IOException {
    Optional<String> asked = model;
    if (asked.isPresent()) {
      try {
        EngineEvidence evidence = new EngineEvidence(engine, asked.get());
        return new PhotoSelector(ObjectSelector.refined(evidence, GraphCut.Strength.GENTLE))
            .select(image, request);
      } catch (UncheckedIOException e) {
        lost(e);
      }
    }
    return colours.select(image, request);
  }
}
