package org.maskwright.network.click;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelDescription;

/** Networks that are told of clicks: which they are, and how one is made of a trained trunk. */
public final class ClickNetworks {

  private static final int CONTEXT_CHANNELS = 256;
  private static final int BLOCK = 1 << 16;

  private ClickNetworks() {}

  /** Whether a model selects objects by clicks. */
  public static boolean isClickModel(ModelDescription description) {
    return description.architecture().trunk().id().equals(Trunks.MOBILENET_V2_CLICKS.id());
  }

  /** The network for a trunk of these widths. */
  public static ArchitectureDescription describe(List<Integer> widths, int contextChannels) {
    return ArchitectureDescription.usual(Trunks.MOBILENET_V2_CLICKS, 2)
        .withWidths(widths)
        .withStride(16)
        .withHead(Head.CONTEXT, contextChannels)
        .withVariants(EnumSet.of(Variant.FCN_8S));
  }

  /**
   * A network that knows what the trunk of another knows, batch normalisation folded. The
   * convolution by which clicks enter starts at zero, so that at first they change nothing of what
   * it sees.
   */
  public static LoadedModel from(LoadedModel trunk, String name, long seed) throws DataException {
    ModelDescription known = trunk.description();
    if (!known.architecture().trunk().id().equals(Trunks.MOBILENET_V2.id())) {
      throw DataException.of(
          ClickProblem.TRUNK_UNFIT, known.card().name(), known.architecture().trunk().id());
    }
    int context = known.architecture().head().channels();
    ArchitectureDescription architecture =
        describe(known.architecture().trunk().widths(), context > 0 ? context : CONTEXT_CHANNELS);
    FcnNetwork network = FcnNetwork.build(architecture, seed);
    network.parameter("clicks.weight").ifPresent(ClickNetworks::clear);
    for (NamedParameter parameter : network.parameters()) {
      Optional<NamedParameter> same = trunk.network().parameter(parameter.name());
      if (same.isPresent() && same.get().shape().equals(parameter.shape())) {
        copy(same.get(), parameter);
      }
    }
    return new LoadedModel(
        new ModelDescription(
            architecture,
            known.preprocessing(),
            WorkingScale.OWN,
            LabelScheme.ofNames(List.of("background", "object")),
            known.card().derived(name, "Made to be told of clicks.")),
        network);
  }

  private static void clear(NamedParameter parameter) {
    parameter.write(0, new float[(int) parameter.count()], (int) parameter.count());
  }

  private static void copy(NamedParameter from, NamedParameter to) {
    float[] block = new float[BLOCK];
    for (long at = 0; at < from.count(); at += BLOCK) {
      int length = (int) Math.min(BLOCK, from.count() - at);
      from.read(at, block, length);
      to.write(at, block, length);
    }
  }
}
