package org.maskwright.app.queue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.app.engine.EngineProblem;
import org.maskwright.app.proposal.ClosedImages;
import org.maskwright.app.proposal.ImagePrediction;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.proposal.Question;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.dataset.SplitRevision;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.queue.Evidence;
import org.maskwright.data.queue.EvidenceBook;
import org.maskwright.data.queue.Look;
import org.maskwright.data.task.Progress;

/**
 * Asks a model about one image of a project after the other. The answers go to the disk, and what
 * they tell about an image into the book; whoever cancels loses at most one of them.
 */
final class PredictProject {

  private static final int SAVE_EVERY = 200;

  private final ClosedImages images;
  private final EvidenceBook book;
  private final Question question;
  private final KnownModel model;

  PredictProject(ClosedImages images, EvidenceBook book, Question question) {
    this.images = images;
    this.book = book;
    this.question = question;
    this.model = question.model();
  }

  /**
   * What came of it.
   *
   * @param predicted how many images are known now that were not before
   * @param heldOut how many belong to the hold-out, which nobody predicts
   * @param failed how many could not be read
   */
  record Outcome(int predicted, int heldOut, int failed) {}

  /** The images that the book does not know by this model. */
  static List<ImageEntry> open(EvidenceBook book, List<ImageEntry> all, KnownModel model) {
    return all.stream()
        .filter(
            image -> book.of(image).filter(known -> known.model().equals(model.hash())).isEmpty())
        .toList();
  }

  Outcome run(List<ImageEntry> all, Progress progress) throws IOException {
    List<ImageEntry> open = new ArrayList<>(open(book, all, model));
    Optional<SplitRevision> splits = new Splits(images.project()).current();
    int before = open.size();
    open.removeIf(
        image -> splits.flatMap(s -> s.of(image.image())).equals(Optional.of(Split.HOLDOUT)));
    int heldOut = before - open.size();
    int failed = 0;
    int done = 0;
    book.want(Optional.of(model.hash()));
    try {
      progress.report("predict", 0, open.size());
      for (ImageEntry image : open) {
        progress.checkCancelled();
        failed += ask(image, progress) ? 0 : 1;
        done++;
        progress.report("predict", done, open.size());
        if (done % SAVE_EVERY == 0) {
          book.save();
        }
      }
      book.want(Optional.empty());
    } finally {
      book.save();
    }
    return new Outcome(done - failed, heldOut, failed);
  }

  /** An image that cannot be read does not keep the others waiting; an engine that is gone does. */
  private boolean ask(ImageEntry image, Progress progress) throws IOException {
    while (true) {
      try {
        return askOnce(image, progress);
      } catch (DataException e) {
        if (!EngineProblem.isAway(e)) {
          throw e;
        }
        images.predictions().awaitEngine(progress);
      }
    }
  }

  private boolean askOnce(ImageEntry image, Progress progress) throws IOException {
    try (PixelSource pixels = images.open(image.image(), progress)) {
      ImagePrediction answer = images.predictions().predict(question, pixels, progress.quietly());
      book.put(image, evidence(answer, pixels));
      return true;
    } catch (DataException e) {
      if (EngineProblem.isAway(e) || e.problem().code() instanceof EngineProblem) {
        throw e;
      }
      return false;
    }
  }

  private Evidence evidence(ImagePrediction answer, PixelSource pixels) throws IOException {
    List<byte[]> variants = new ArrayList<>();
    byte[] entropy = new byte[0];
    for (var variant : answer.said().variants().values()) {
      variants.add(variant.classes());
      entropy = variant.entropy();
    }
    int smallest = pixels.levels() - 1;
    Pixels small = pixels.pixels(smallest, pixels.bounds(smallest));
    return Evidence.of(model.hash(), model.classes().size(), variants, entropy, Look.of(small));
  }
}
