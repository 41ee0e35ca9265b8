package org.maskwright.network.architecture;

import org.maskwright.data.problem.DataException;

/** Says whether a description is one that a network can be built from. */
public final class Buildable {

  private final ArchitectureDescription description;
  private final Trunk trunk;
  private final String file;

  private Buildable(ArchitectureDescription description, Trunk trunk, String file) {
    this.description = description;
    this.trunk = trunk;
    this.file = file;
  }

  /**
   * Refuses what cannot be built.
   *
   * @param file the name to complain about
   */
  public static void check(ArchitectureDescription description, String file) throws DataException {
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
    Buildable buildable = new Buildable(description, trunk, file);
    buildable.checkTrunk();
    buildable.checkHead();
    buildable.checkWays();
  }

  private void checkTrunk() throws DataException {
    int stages = trunk.usualWidths().size();
    require(description.trunk().widths().size() == stages, stages + " widths are needed");
    Geometry geometry = description.geometry();
    require(trunk.geometries().contains(geometry), "its features do not lie at " + geometry);
    int stride = description.trunk().stride();
    require(trunk.strides(geometry).contains(stride), "it cannot end at stride " + stride);
  }

  private void checkHead() throws DataException {
    HeadShape head = description.head();
    int stride = description.trunk().stride();
    boolean still = description.trunk().isDilated() && trunk.hasPool5();
    boolean together =
        switch (head.kind()) {
          case FULLY_CONVOLUTIONAL -> stride > Variant.FCN_8S.stride();
          case PLAIN, CONTEXT -> stride > Variant.FCN_8S.stride() && !still;
          case CONVOLVED, CONVOLVED_AUXILIARY, LARGE_FOV -> stride == Variant.FCN_8S.stride();
          case ASPP -> stride < TrunkShape.USUAL_STRIDE && !still;
          case SEGNET, DECONVNET ->
              trunk.canMirror()
                  && stride == TrunkShape.USUAL_STRIDE
                  && description.geometry() == Geometry.CELL_CENTRES;
        };
    require(together, "its head, its stride and where its features lie do not belong together");
    boolean computed =
        head.kind().outputs(stride).containsAll(head.variants())
            && !(description.poolsEverywhere() && head.variants().contains(Variant.FCN_32S));
    require(computed, "its head does not compute " + head.variants());
  }

  private void checkWays() throws DataException {
    HeadShape head = description.head();
    boolean skips = head.kind().form() == Head.Form.SKIPS;
    boolean mirrored = head.kind().form() == Head.Form.MIRRORED;
    require(skips || head.fusion() == Fusion.SUM, "its head has no skips to concatenate");
    boolean unpooled = head.upsampling() == InnerUpsampling.UNPOOLED;
    require(mirrored || !unpooled, "its head has no maps to unpool");
    boolean single = head.kind().form() == Head.Form.SINGLE;
    require(
        !single || head.upsampling() == head.kind().usualUpsampling(),
        "its head enlarges nothing on the way");
    require(
        !mirrored || head.finalUpsampling() == FinalUpsampling.FIXED,
        "its last scores are as large as the image");
    require(head.rates().isEmpty() || head.kind() == Head.ASPP, "its head has no rates");
  }

  private void require(boolean holds, String why) throws DataException {
    if (!holds) {
      throw DataException.of(ArchitectureProblem.NOT_TOGETHER, file, trunk.id(), why);
    }
  }
}
