package org.maskwright.network.server;

import java.util.Optional;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.program.ProgramVersion;
import org.maskwright.network.backend.Processor;
import org.maskwright.protocol.Contract;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.wire.Backend;
import org.maskwright.protocol.wire.HelloReply;
import org.maskwright.protocol.wire.HelloRequest;
import org.maskwright.protocol.wire.Limits;

/** How the engine introduces itself. */
final class Introduction {

  private static final int MAX_VERSION = 100;

  private final long contentBytes;

  Introduction(long contentBytes) {
    this.contentBytes = contentBytes;
  }

  HelloReply answer(HelloRequest request) throws DataException {
    if (request.getContract() != Contract.NUMBER) {
      String window = request.getVersion().strip();
      throw DataException.of(
          ProtocolProblem.CONTRACT_DIFFERS,
          ProgramVersion.current(),
          window.isEmpty() || window.length() > MAX_VERSION ? "of another kind" : window);
    }
    return HelloReply.newBuilder()
        .setContract(Contract.NUMBER)
        .setVersion(ProgramVersion.current())
        .setBackend(backend())
        .setLimits(
            Limits.newBuilder()
                .setMessageBytes(Contract.MAX_MESSAGE_BYTES)
                .setChunkBytes(Contract.CHUNK_BYTES)
                .setContentBytes(contentBytes)
                .setImagePixels(Contract.MAX_IMAGE_PIXELS))
        .build();
  }

  private static Backend backend() {
    Optional<String> obstacle = Processor.obstacle();
    if (obstacle.isPresent()) {
      return Backend.newBuilder().setObstacle(obstacle.get()).build();
    }
    var known = org.maskwright.network.backend.Backend.current();
    return Backend.newBuilder()
        .setName(known.name())
        .setBuiltFor(known.builtFor())
        .setOneDnn(known.oneDnn())
        .setThreads(known.threads())
        .addAllDevices(known.devices())
        .build();
  }
}
