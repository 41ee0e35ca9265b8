package org.maskwright.network.command;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FinalUpsampling;
import org.maskwright.network.architecture.Fusion;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.HeadChoice;
import org.maskwright.network.architecture.InnerUpsampling;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a network does with what its trunk sees, as options. */
final class HeadOptions {

  @Option(
      names = "--head",
      description = {
        "What turns features into scores; or else what is usual for the trunk.",
        "plain, fully_convolutional, context: FCN. convolved, convolved_auxiliary: torchvision's"
            + " FCN at stride 8. large_fov, aspp: DeepLab. segnet, deconvnet: decoders."
      })
  private @Nullable Head head;

  @Option(
      names = "--fusion",
      description = "How FCN joins finer scores with coarser ones: sum or concatenation.")
  private @Nullable Fusion fusion;

  @Option(
      names = "--upsampling",
      description =
          "How maps are enlarged on the way: learned, fixed (bilinear) or, in decoders, unpooled"
              + " (by the places of the pooling).")
  private @Nullable InnerUpsampling upsampling;

  @Option(
      names = "--final-upsampling",
      description = "How the last scores come to the image's size: fixed (bilinear) or learned.")
  private @Nullable FinalUpsampling finalUpsampling;

  @Option(
      names = "--rates",
      split = ",",
      paramLabel = "N",
      description = "How far apart the taps of aspp's further convolutions lie; 0 for none.")
  private List<Integer> rates = List.of();

  @Mixin private final Pool5Option pool5 = new Pool5Option();

  /** Whether another head is wanted than the usual one. */
  boolean areOfHead() {
    return head != null;
  }

  /** The same network in the ways that were chosen. */
  ArchitectureDescription apply(ArchitectureDescription usual) {
    List<Integer> chosen = rates.equals(List.of(0)) ? List.of() : rates;
    HeadChoice choice =
        new HeadChoice(
            Optional.ofNullable(head),
            Optional.ofNullable(fusion),
            Optional.ofNullable(upsampling),
            Optional.ofNullable(finalUpsampling),
            rates.isEmpty() ? Optional.empty() : Optional.of(chosen));
    return pool5.apply(choice.apply(usual));
  }
}
