package org.maskwright.app.proposal;

import java.io.IOException;
import org.maskwright.data.image.pyramid.ImageOpener;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;

/**
 * Asks about images of a project that are not on show. How far one of them is, is of no interest to
 * whoever asks about many.
 *
 * @param images opens them
 */
public record ClosedImages(Project project, Predictions predictions, ImageOpener images) {

  public PixelSource open(ImageId image, Progress progress) throws IOException {
    return images.open(
        project.roots().imageRef(image), project.roots().imageSettings(image), progress.quietly());
  }

  /** What a model says about an image, from the disk if it was asked before. */
  public ImagePrediction predict(Question question, ImageId image, Progress progress)
      throws IOException {
    try (PixelSource pixels = open(image, progress)) {
      return predictions.predict(question, pixels, progress.quietly());
    }
  }
}
