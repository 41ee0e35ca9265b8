package org.maskwright.network.architecture;

import java.util.EnumSet;
import org.maskwright.data.problem.DataException;

/** Says whether a description is one that a trunk can be built from. */
final class Buildable {

  private Buildable() {}

  static void check(ArchitectureDescription description, String file) throws DataException {
    String id = description.trunk().id();
    Trunk trunk =
        Trunks.byId(id)
            .orElseThrow(
                () ->
                    DataException.of(
                        ArchitectureProblem.TRUNK_UNKNOWN,
                        file,
                        id,
                        String.join(", ", Trunks.all().stream().map(Trunk::id).toList())));
    int stages = trunk.usualWidths().size();
    if (description.trunk().widths().size() != stages) {
      throw not(file, id, stages + " widths are needed");
    }
    if (!trunk.geometries().contains(description.geometry())) {
      throw not(file, id, "its features do not lie at " + description.geometry());
    }
    if (!trunk.strides().contains(description.trunk().stride())) {
      throw not(file, id, "it cannot end at stride " + description.trunk().stride());
    }
    boolean convolved =
        description.head().kind() == Head.CONVOLVED
            || description.head().kind() == Head.CONVOLVED_AUXILIARY;
    boolean fine = description.trunk().stride() == Variant.FCN_8S.stride();
    boolean finest = description.variants().equals(EnumSet.of(Variant.FCN_8S));
    if (convolved != fine || (convolved && !finest)) {
      throw not(file, id, "its head and its stride do not belong together");
    }
  }

  private static DataException not(String file, String trunk, String why) {
    return DataException.of(ArchitectureProblem.NOT_TOGETHER, file, trunk, why);
  }
}
