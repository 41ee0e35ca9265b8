package org.maskwright.app.queue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maskwright.app.proposal.ImagePrediction;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.proposal.Proposal;
import org.maskwright.app.proposal.Question;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.dataset.SplitRevision;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.proposal.ClassMaps;
import org.maskwright.data.proposal.ProposedMask;
import org.maskwright.data.queue.Disputed;
import org.maskwright.data.queue.Evidence;
import org.maskwright.data.queue.FeatureGrid;
import org.maskwright.data.queue.Suspect;
import org.maskwright.data.queue.WorkQueue;
import org.maskwright.data.queue.WorkQueue.Candidate;
import org.maskwright.data.task.Progress;

/** Puts the images of a project into an order, with the reason for each. */
final class QueueSearch {

  /** The same for everybody who works on a project. */
  private static final long SEED = 1;

  private final QueueServices services;
  private final Optional<Question> question;
  private final Optional<KnownModel> model;
  private final LabelScheme scheme;
  private final Optional<Wanted> wanted;

  QueueSearch(
      QueueServices services,
      Optional<Question> question,
      LabelScheme scheme,
      Optional<Wanted> wanted) {
    this.services = services;
    this.question = question;
    this.model = question.map(Question::model);
    this.scheme = scheme;
    this.wanted = wanted;
  }

  /** A region that others are to be like, in an image of that extent. */
  record Wanted(ImageId image, Region region, Region whole) {}

  /** An image with its score and the reason for it, before it has a place. */
  private record Found(ImageEntry image, double score, Reason reason, String model) {}

  List<QueueLine> run(QueueKind kind, List<ImageEntry> images, Progress progress)
      throws IOException {
    return switch (kind) {
      case DISAGREEMENT, UNCERTAINTY -> byEvidence(kind, images, progress);
      case SUSPECT -> bySuspects(images, progress);
      case LIKENESS -> byLikeness(images, progress);
    };
  }

  /** By disputes about rare classes, or by doubt; of all images that nobody has finished. */
  private List<QueueLine> byEvidence(QueueKind kind, List<ImageEntry> images, Progress progress)
      throws IOException {
    Set<ImageId> heldOut = heldOut();
    Map<String, Known> models = new HashMap<>();
    List<Found> found = new ArrayList<>();
    for (ImageEntry image : images) {
      progress.checkCancelled();
      Optional<Evidence> evidence = services.book().of(image);
      if (evidence.isPresent() && isOpen(image) && !heldOut.contains(image.image())) {
        String hash = evidence.get().model();
        Known by = models.get(hash);
        if (by == null) {
          by = known(hash);
          models.put(hash, by);
        }
        found.add(found(kind, image, evidence.get(), by));
      }
    }
    return order(found);
  }

  /** How a model's disputes are measured; not in the project's classes if it is not there now. */
  private record Known(Disputed disputed, boolean isThere) {}

  private Known known(String hash) throws IOException {
    Optional<KnownModel> there =
        services.proposals().modelsProperty().get().stream()
            .filter(model -> model.hash().equals(hash))
            .findFirst();
    byte[] table = new byte[256];
    if (there.isPresent()) {
      List<String> names = there.get().classNames();
      table = new ClassMaps(services.session().project()).readOrGuess(hash, names).table(scheme);
    } else {
      for (int i = 0; i < table.length; i++) {
        table[i] = (byte) i;
      }
    }
    return new Known(Disputed.in(services.book().by(hash), table), there.isPresent());
  }

  private Found found(QueueKind kind, ImageEntry image, Evidence evidence, Known by) {
    if (kind == QueueKind.UNCERTAINTY) {
      Reason reason = Reason.of("queue.unsure", evidence.unsure());
      return new Found(image, evidence.unsure(), reason, evidence.model());
    }
    double share = by.disputed().share(evidence);
    int main = by.disputed().main(evidence);
    Reason reason =
        main >= 0 && by.isThere()
            ? Reason.of("queue.disputed", share, name(main))
            : Reason.of("queue.disputedOnly", share);
    return new Found(image, by.disputed().score(evidence), reason, evidence.model());
  }

  private static boolean isOpen(ImageEntry image) {
    return !image.state().isDone() && image.state() != ImageState.UNUSABLE;
  }

  private Set<ImageId> heldOut() throws IOException {
    return new Splits(services.session().project())
        .current().map(SplitRevision::images).orElse(new TreeMap<>()).entrySet().stream()
            .filter(each -> each.getValue() == Split.HOLDOUT)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
  }

  /** By regions that a person gave one class and a sure model another. */
  private List<QueueLine> bySuspects(List<ImageEntry> images, Progress progress)
      throws IOException {
    if (question.isEmpty()) {
      return List.of();
    }
    Question asked = question.get();
    KnownModel known = asked.model();
    ClassMap map =
        new ClassMaps(services.session().project()).readOrGuess(known.hash(), known.classNames());
    Set<ImageId> heldOut = heldOut();
    List<Found> found = new ArrayList<>();
    int done = 0;
    for (ImageEntry image : images) {
      progress.checkCancelled();
      if (isKnown(image) && !heldOut.contains(image.image())) {
        suspect(image, asked, map, progress).ifPresent(found::add);
      }
      progress.report("images", ++done, images.size());
    }
    return order(found);
  }

  /** By their most similar place; of all images that nobody has finished. */
  private List<QueueLine> byLikeness(List<ImageEntry> images, Progress progress)
      throws IOException {
    if (question.isEmpty() || wanted.isEmpty() || wanted.get().region().isEmpty()) {
      return List.of();
    }
    Question asked = question.get();
    Wanted like = wanted.get();
    Set<ImageId> heldOut = heldOut();
    Optional<FeatureGrid> own =
        services.images().predict(asked, like.image(), progress).said().features();
    List<Found> found = new ArrayList<>();
    int done = 0;
    for (ImageEntry image : images) {
      progress.checkCancelled();
      boolean other = !image.image().equals(like.image()) && !heldOut.contains(image.image());
      if (own.isPresent() && other && isOpen(image) && isKnown(image)) {
        float[] vector = own.get().of(like.region(), like.whole());
        likeness(image, asked, vector, progress).ifPresent(found::add);
      }
      progress.report("images", ++done, images.size());
    }
    return order(found);
  }

  private Optional<Found> likeness(
      ImageEntry image, Question asked, float[] vector, Progress progress) throws IOException {
    try {
      ImagePrediction said = services.images().predict(asked, image.image(), progress);
      Region whole = new Region(0, 0, said.width(), said.height());
      return said.said()
          .features()
          .filter(features -> features.depth() == vector.length)
          .map(features -> features.mostLike(vector, whole))
          .map(match -> found(image, asked.model(), match));
    } catch (DataException e) {
      // What cannot be read is told where it is opened.
      return Optional.empty();
    }
  }

  private static Found found(ImageEntry image, KnownModel asked, FeatureGrid.Match match) {
    Reason reason = Reason.at(match.place(), "queue.like", match.likeness());
    return new Found(image, match.likeness(), reason, asked.hash());
  }

  private boolean isKnown(ImageEntry image) {
    return services
        .book()
        .of(image)
        .filter(known -> model.filter(m -> m.hash().equals(known.model())).isPresent())
        .isPresent();
  }

  private Optional<Found> suspect(ImageEntry image, Question asked, ClassMap map, Progress progress)
      throws IOException {
    Project project = services.session().project();
    try {
      Optional<LabelMask> mask = project.masks().read(image.image());
      if (mask.isEmpty()) {
        return Optional.empty();
      }
      ImagePrediction said = services.images().predict(asked, image.image(), progress);
      Optional<ProposedMask> proposed =
          new Proposal(image.image(), asked.model(), map, said)
              .mask(asked.model().finest(), scheme);
      return proposed
          .filter(p -> p.fits(mask.get().width(), mask.get().height()))
          .flatMap(p -> Suspect.find(mask.get(), p))
          .map(suspect -> found(image, suspect));
    } catch (DataException e) {
      // What cannot be read is told where it is opened.
      return Optional.empty();
    }
  }

  private Found found(ImageEntry image, Suspect suspect) {
    Reason reason =
        Reason.at(
            suspect.place(),
            "queue.suspect",
            name(suspect.label()),
            name(suspect.proposed()),
            suspect.pixels());
    String hash = model.map(KnownModel::hash).orElse("");
    return new Found(image, suspect.share(), reason, hash);
  }

  private String name(int label) {
    return label < scheme.size() ? scheme.get(scheme.resolve(label)).name() : "#" + label;
  }

  private List<QueueLine> order(List<Found> found) {
    Map<ImageId, Found> byImage =
        found.stream().collect(Collectors.toMap(f -> f.image().image(), Function.identity()));
    List<Candidate> candidates =
        found.stream()
            .map(
                f ->
                    new Candidate(
                        f.image().image(),
                        f.score(),
                        services.book().of(f.image()).map(Evidence::look)))
            .toList();
    List<QueueLine> lines = new ArrayList<>();
    for (WorkQueue.Place place : WorkQueue.order(candidates, SEED)) {
      Found each = Objects.requireNonNull(byImage.get(place.image()));
      lines.add(
          new QueueLine(each.image(), place.score(), reasons(place, each.reason()), each.model()));
    }
    return lines;
  }

  private static List<Reason> reasons(WorkQueue.Place place, Reason own) {
    return switch (place.cause()) {
      case SCORE -> List.of(own);
      case RANDOM -> List.of(Reason.of("queue.random"), own);
      case TWIN ->
          List.of(Reason.of("queue.twin", place.twin().map(ImageId::name).orElse("")), own);
    };
  }
}
