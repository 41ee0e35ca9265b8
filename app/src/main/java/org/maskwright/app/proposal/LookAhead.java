package org.maskwright.app.proposal;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.image.pyramid.ImageOpener;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;

/**
 * Predicts the images that a person is likely to go to next, while nothing else is to do. The
 * answers go to the disk, from where they are at hand when they are asked for.
 */
final class LookAhead {

  /** Beyond this, reading an image alone would be felt. */
  private static final long LARGEST = 24_000_000;

  private final ProjectSession session;
  private final Predictions predictions;
  private final ImageOpener images;
  private final Tasks tasks;
  private final Set<ImageId> done = new HashSet<>();
  private Optional<ImageId> at = Optional.empty();
  private RunningTask running = () -> {};

  LookAhead(ProjectSession session, Predictions predictions, ImageOpener images, Tasks tasks) {
    this.session = session;
    this.predictions = predictions;
    this.images = images;
    this.tasks = tasks;
  }

  /** Another model knows nothing yet. */
  void forget() {
    pause();
    done.clear();
  }

  /** Something else is to do. */
  void pause() {
    running.cancel();
    running = () -> {};
    at = Optional.empty();
  }

  /** Goes on with the neighbours of the image on show, one after the other. */
  void go(Question question) {
    if (at.isPresent()) {
      return;
    }
    at = neighbours().filter(image -> !done.contains(image)).findFirst();
    at.ifPresent(image -> running = start(image, question));
  }

  private RunningTask start(ImageId image, Question question) {
    // Whatever is wrong with a neighbour is told when a person goes there.
    return tasks.start(
        progress -> predict(image, question, progress),
        new Outcome<>(predicted -> next(image, question), reason -> next(image, question)));
  }

  private void next(ImageId image, Question question) {
    done.add(image);
    at = Optional.empty();
    go(question);
  }

  private boolean predict(ImageId image, Question question, Progress progress) throws IOException {
    Project project = session.project();
    ImageRef ref = project.roots().imageRef(image);
    if (Proposer.isHeldOut(project, image) || ImageProbe.header(ref).pixels() > LARGEST) {
      return false;
    }
    try (PixelSource pixels = images.open(ref, project.roots().imageSettings(image), progress)) {
      predictions.predict(question, pixels, progress);
    }
    return true;
  }

  private Stream<ImageId> neighbours() {
    List<ImageId> order = session.listed();
    int here = session.selectedProperty().get().map(order::indexOf).orElse(-1);
    return here < 0
        ? Stream.empty()
        : Stream.of(here + 1, here - 1, here + 2)
            .filter(i -> i >= 0 && i < order.size())
            .map(order::get);
  }
}
