package org.maskwright.app.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.metric.Change;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.Planes;
import org.maskwright.protocol.client.Content;
import org.maskwright.protocol.snapshot.FrozenSnapshot;
import org.maskwright.protocol.wire.CompareRequest;
import org.maskwright.protocol.wire.Comparison;
import org.maskwright.protocol.wire.JudgedModel;
import org.maskwright.protocol.wire.Regression;

/** Has two models examined on what a project holds out, as it is now. */
final class Judging {

  private static final int PICTURES = 6;
  private static final int PICTURE_SIDE = 240;
  private static final long MAX_PIXELS = 1L << 28;

  private final Project project;
  private final Workshop workshop;
  private final Optional<Content> file;

  /**
   * An examiner.
   *
   * @param file of a model that the workshop may not have
   */
  Judging(Project project, Workshop workshop, Optional<Content> file) {
    this.project = project;
    this.workshop = workshop;
    this.file = file;
  }

  Judgement run(ModelClasses before, ModelClasses after, Progress progress) throws IOException {
    Plan plan =
        new PlanSearch(project, new Plan.Choices(false, false, Set.of()), before).run(progress);
    if (plan.count(Split.HOLDOUT) == 0) {
      throw DataException.of(TrainProblem.NO_HOLDOUT, plan.heldOutUnready());
    }
    Freezing freezing = new Freezing(project);
    FrozenSnapshot frozen = freezing.holdout(plan, progress);
    CompareRequest request =
        CompareRequest.newBuilder()
            .setBefore(judged(before))
            .setAfter(judged(after))
            .setSnapshot(frozen.hash())
            .setSplit(Split.HOLDOUT.id())
            .setPictures(PICTURES)
            .build();
    List<Content> contents = new ArrayList<>(frozen.contents());
    file.ifPresent(contents::add);
    Workshop.Compared compared = workshop.compare(request, contents, progress);
    freezing.forgetMasks(frozen);
    List<Judgement.Pictures> worst = new ArrayList<>();
    for (Regression image : compared.worst()) {
      worst.add(pictures(image));
    }
    Comparison result = compared.comparison();
    return new Judgement(
        result.getImages(),
        result.getVariantsList().stream().map(this::row).toList(),
        worst,
        result.getBrokenList(),
        frozen.hash(),
        plan.revision());
  }

  private static JudgedModel judged(ModelClasses model) {
    KnownModel known = model.model();
    return JudgedModel.newBuilder().setHash(known.hash()).addAllClasses(model.numbers()).build();
  }

  private Judgement.VariantRow row(Comparison.VariantChange change) {
    return new Judgement.VariantRow(
        change.getVariant(),
        change(change.getMeanIu()),
        change.getClassesList().stream()
            .filter(each -> each.getLabel() < project.scheme().size())
            .map(this::row)
            .toList());
  }

  private Judgement.ClassRow row(Comparison.ClassChange change) {
    LabelClass label = project.scheme().get(change.getLabel());
    return new Judgement.ClassRow(
        label.name(),
        label.displayRgb(),
        change.getRegions(),
        change.getImages(),
        change(change.getIu()));
  }

  private static Change change(Comparison.Change wire) {
    return new Change(wire.getBefore(), wire.getAfter(), wire.getLow(), wire.getHigh());
  }

  private Judgement.Pictures pictures(Regression image) throws IOException {
    int width = image.getWidth();
    int height = image.getHeight();
    if (width < 1 || height < 1 || (long) width * height > MAX_PIXELS) {
      throw DataException.of(
          org.maskwright.protocol.ProtocolProblem.ANSWER_BAD, "a picture has no size");
    }
    byte[] unknown = new byte[width * height];
    Arrays.fill(unknown, (byte) LabelMask.IGNORE);
    ImageId id = ImageId.parse(image.getName());
    byte[] truth =
        project
            .masks()
            .read(id)
            .filter(mask -> mask.width() == width && mask.height() == height)
            .map(LabelMask::labels)
            .orElse(unknown);
    return new Judgement.Pictures(
        id.name(),
        picture(truth, width, height),
        picture(Planes.unpack(image.getBefore(), width * height), width, height),
        picture(Planes.unpack(image.getAfter(), width * height), width, height),
        image.getBeforeIu(),
        image.getAfterIu());
  }

  /** In the project's colours, small enough for a page; what is no class is clear. */
  private Judgement.Picture picture(byte[] labels, int width, int height) {
    LabelScheme scheme = project.scheme();
    double shrink = Math.max(1, Math.max(width, height) / (double) PICTURE_SIDE);
    int columns = Math.max(1, (int) (width / shrink));
    int rows = Math.max(1, (int) (height / shrink));
    int[] argb = new int[columns * rows];
    for (int i = 0; i < argb.length; i++) {
      int row = i / columns;
      int x = Math.min(width - 1, (int) ((i % columns + 0.5) * shrink));
      int y = Math.min(height - 1, (int) ((row + 0.5) * shrink));
      int label = labels[y * width + x] & 0xFF;
      boolean known = label < scheme.size();
      argb[i] = known ? 0xFF000000 | scheme.get(scheme.resolve(label)).displayRgb() : 0;
    }
    return new Judgement.Picture(columns, rows, argb);
  }
}
