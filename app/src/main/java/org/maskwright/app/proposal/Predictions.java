package org.maskwright.app.proposal;

import java.io.IOException;
import java.util.List;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.task.Progress;

/** Whom to ask what models say about images. Every question waits: it belongs into a task. */
public interface Predictions {

  /** The models that can be asked. */
  List<KnownModel> models() throws IOException;

  /** Waits until models can be asked again, after a question failed as the engine went away. */
  void awaitEngine(Progress progress) throws IOException;

  /** What a model says about an image; a cancelled question stops at the engine, too. */
  ImagePrediction predict(Question question, PixelSource image, Progress progress)
      throws IOException;
}
