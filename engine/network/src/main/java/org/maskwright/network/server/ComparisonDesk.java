package org.maskwright.network.server;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.metric.Change;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.gate.Judged;
import org.maskwright.network.gate.ModelComparison;
import org.maskwright.network.gate.Regressed;
import org.maskwright.network.server.content.ContentStore;
import org.maskwright.network.server.job.SnapshotExamples;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.snapshot.Snapshot;
import org.maskwright.protocol.wire.CompareRequest;
import org.maskwright.protocol.wire.Comparison;
import org.maskwright.protocol.wire.JudgedModel;
import org.maskwright.protocol.wire.Regression;

/** Compares models for windows. */
final class ComparisonDesk {

  private static final int MAX_PICTURES = 50;

  private final ModelShelf shelf;
  private final ContentStore contents;

  ComparisonDesk(ModelShelf shelf, ContentStore contents) {
    this.shelf = shelf;
    this.contents = contents;
  }

  /** What is said at the end: the result, then a picture after the other. */
  interface Answer {
    void comparison(Comparison comparison);

    void regression(Regression regression);
  }

  void compare(CompareRequest request, Answer answer, Progress progress) throws IOException {
    Split split =
        Split.byId(request.getSplit())
            .orElseThrow(
                () -> DataException.of(ProtocolProblem.MALFORMED, "there is no such split"));
    Snapshot snapshot = SnapshotExamples.snapshot(request.getSnapshot(), contents);
    int classes = snapshot.classes().size();
    try (LoadedModel before = load(request.getBefore(), progress);
        LoadedModel after = load(request.getAfter(), progress)) {
      ModelComparison.Result result =
          new ModelComparison(
                  judged(before, request.getBefore(), classes),
                  judged(after, request.getAfter(), classes),
                  classes,
                  Math.min(MAX_PICTURES, Math.max(0, request.getPictures())))
              .run(new SnapshotExamples(snapshot, split, contents), progress);
      answer.comparison(comparison(result));
      String finest = result.variants().get(result.variants().size() - 1).variant().label();
      tell(result.worst(), finest, answer::regression);
    }
  }

  private LoadedModel load(JudgedModel model, Progress progress) throws IOException {
    return ModelFile.load(shelf.find(model.getHash()), progress).folded();
  }

  private static Judged judged(LoadedModel model, JudgedModel request, int classes)
      throws IOException {
    List<Integer> numbers = request.getClassesList();
    boolean sound =
        numbers.size() == model.description().labels().size()
            && numbers.stream().allMatch(n -> n >= 0 && (n < classes || n == LabelMask.IGNORE));
    if (!sound) {
      throw DataException.of(
          ProtocolProblem.MALFORMED, "the classes of the models are not those of the snapshot");
    }
    return new Judged(model, numbers);
  }

  private static Comparison comparison(ModelComparison.Result result) {
    Comparison.Builder comparison =
        Comparison.newBuilder().setImages(result.images()).addAllBroken(result.broken());
    for (ModelComparison.VariantChange change : result.variants()) {
      Comparison.VariantChange.Builder variant =
          comparison
              .addVariantsBuilder()
              .setVariant(change.variant().label())
              .setMeanIu(wire(change.meanIu()));
      for (ModelComparison.ClassChange each : change.classes()) {
        variant
            .addClassesBuilder()
            .setLabel(each.label())
            .setRegions(each.regions())
            .setImages(each.images())
            .setIu(wire(each.iu()));
      }
    }
    return comparison.build();
  }

  private static Comparison.Change wire(Change change) {
    return Comparison.Change.newBuilder()
        .setBefore(change.before())
        .setAfter(change.after())
        .setLow(change.low())
        .setHigh(change.high())
        .build();
  }

  private static void tell(List<Regressed> worst, String variant, Consumer<Regression> answer) {
    for (Regressed image : worst) {
      answer.accept(
          Regression.newBuilder()
              .setName(image.name())
              .setVariant(variant)
              .setWidth(image.width())
              .setHeight(image.height())
              .setBefore(image.before())
              .setAfter(image.after())
              .setBeforeIu(image.beforeIu())
              .setAfterIu(image.afterIu())
              .build());
    }
  }
}
