package org.maskwright.network.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Blueprint;
import org.maskwright.network.architecture.Catalogue;
import org.maskwright.network.architecture.Fusion;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.InnerUpsampling;
import org.maskwright.network.architecture.Variant;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.wire.ListNetworksReply;
import org.maskwright.protocol.wire.ListNetworksRequest;
import org.maskwright.protocol.wire.Network;

/** The networks that a model can be made of, and what is left to choose about each. */
final class NetworkList {

  private static final int FEWEST_CLASSES = 2;

  private NetworkList() {}

  static ListNetworksReply of(ListNetworksRequest request) throws DataException {
    ListNetworksReply.Builder reply = ListNetworksReply.newBuilder();
    all(request.getClasses()).forEach(network -> reply.addNetworks(network(network)));
    return reply.build();
  }

  private static List<ArchitectureDescription> all(int classes) throws DataException {
    if (classes < FEWEST_CLASSES || classes > ArchitectureDescription.MAX_CLASSES) {
      throw DataException.of(ProtocolProblem.MALFORMED, "networks for " + classes + " classes");
    }
    return Catalogue.all(classes);
  }

  private static Network network(ArchitectureDescription network) {
    Blueprint blueprint = new Blueprint(network);
    return Network.newBuilder()
        .setTrunk(network.trunk().id())
        .setHead(network.headTitle())
        .addAllVariants(network.variants().stream().map(Variant::label).toList())
        .setParameters(blueprint.parameterCount())
        .setReceptiveField(blueprint.field().size())
        .addAllFusions(fusions(network))
        .addAllUpsamplings(upsamplings(network))
        .build();
  }

  private static List<String> fusions(ArchitectureDescription network) {
    return network.head().kind().form() == Head.Form.SKIPS
        ? Arrays.stream(Fusion.values()).map(NetworkList::word).toList()
        : List.of();
  }

  private static List<String> upsamplings(ArchitectureDescription network) {
    List<InnerUpsampling> ways = new ArrayList<>();
    switch (network.head().kind().form()) {
      case SKIPS -> ways.addAll(List.of(InnerUpsampling.LEARNED, InnerUpsampling.FIXED));
      case MIRRORED -> ways.addAll(List.of(InnerUpsampling.values()));
      case SINGLE -> {
        return List.of();
      }
    }
    InnerUpsampling usual = network.head().upsampling();
    return Stream.concat(Stream.of(usual), ways.stream().filter(way -> way != usual))
        .map(NetworkList::word)
        .toList();
  }

  /** The network of that name, for so many classes. */
  static Optional<ArchitectureDescription> find(String trunk, String head, int classes)
      throws DataException {
    return all(classes).stream()
        .filter(network -> network.trunk().id().equals(trunk))
        .filter(network -> network.headTitle().equals(head))
        .findFirst();
  }

  /** As options name it. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
