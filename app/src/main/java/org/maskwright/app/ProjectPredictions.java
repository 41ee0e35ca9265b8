package org.maskwright.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maskwright.app.proposal.ImagePrediction;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.proposal.Predictions;
import org.maskwright.app.proposal.Question;
import org.maskwright.app.train.PromotedModel;
import org.maskwright.app.train.Workshop;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.client.Content;

/**
 * Predictions for a project, whose own model comes first: it is with the project, so it is sent.
 */
final class ProjectPredictions implements Predictions {

  private final Project project;
  private final Predictions predictions;
  private final Workshop workshop;

  ProjectPredictions(Project project, Predictions predictions, Workshop workshop) {
    this.project = project;
    this.predictions = predictions;
    this.workshop = workshop;
  }

  @Override
  public List<KnownModel> models() throws IOException {
    Optional<Content> own = PromotedModel.of(project);
    if (own.isEmpty()) {
      return predictions.models();
    }
    String hash = own.get().hash();
    List<KnownModel> all = new ArrayList<>(workshop.models(own, Progress.NONE));
    all.sort(Comparator.comparing(model -> !model.hash().equals(hash)));
    return all;
  }

  @Override
  public void awaitEngine(Progress progress) throws IOException {
    predictions.awaitEngine(progress);
  }

  @Override
  public ImagePrediction predict(Question question, PixelSource image, Progress progress)
      throws IOException {
    return predictions.predict(question, image, progress);
  }
}
