package org.maskwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.app.proposal.ImagePrediction;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.proposal.Predictions;
import org.maskwright.app.train.Workshop;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.project.Project;
import org.maskwright.data.promotion.Decision;
import org.maskwright.data.promotion.Promotions;
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
    Promotions promotions = new Promotions(project);
    Optional<String> own = promotions.current().map(Decision::model);
    Optional<Path> file = own.map(promotions::file).filter(Files::exists);
    if (own.isEmpty() || file.isEmpty()) {
      return predictions.models();
    }
    List<KnownModel> all =
        new ArrayList<>(workshop.models(Optional.of(Content.of(file.get())), Progress.NONE));
    all.sort((a, b) -> Boolean.compare(isOwn(b, own), isOwn(a, own)));
    return all;
  }

  private static boolean isOwn(KnownModel model, Optional<String> own) {
    return own.equals(Optional.of(model.hash()));
  }

  @Override
  public ImagePrediction predict(KnownModel model, PixelSource image, Progress progress)
      throws IOException {
    return predictions.predict(model, image, progress);
  }
}
