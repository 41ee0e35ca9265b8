package org.maskwright.network.server;

import io.grpc.stub.ServerCallStreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.task.Progress;
import org.maskwright.network.backend.Processor;
import org.maskwright.network.server.call.Answering;
import org.maskwright.network.server.call.ToldProgress;
import org.maskwright.network.server.content.ContentStore;
import org.maskwright.protocol.wire.MakeModelPart;
import org.maskwright.protocol.wire.MakeModelRequest;

/** Makes models of networks that have not been trained here, one after the other. */
final class NetworkDesk implements AutoCloseable {

  private static final int MAX_WAITING = 4;

  private final ModelShelf shelf;
  private final ContentStore contents;
  private final Path incoming;
  private final CallQueue queue;

  NetworkDesk(
      ModelShelf shelf,
      ContentStore contents,
      Path incoming,
      Activity activity,
      Answering answering) {
    this.shelf = shelf;
    this.contents = contents;
    this.incoming = incoming;
    this.queue = new CallQueue("networks", MAX_WAITING, activity, answering);
  }

  void make(MakeModelRequest request, ServerCallStreamObserver<MakeModelPart> call) {
    queue.add(call, () -> answer(request, call));
  }

  private void answer(MakeModelRequest request, ServerCallStreamObserver<MakeModelPart> call)
      throws IOException {
    Processor.require();
    Progress progress =
        new ToldProgress<>(call, share -> MakeModelPart.newBuilder().setShare(share).build());
    progress.checkCancelled();
    Path made = made(request, progress);
    call.onNext(MakeModelPart.newBuilder().setModel(shelf.made(made)).build());
    call.onCompleted();
  }

  private Path made(MakeModelRequest request, Progress progress) throws IOException {
    ModelMaking making = new ModelMaking(request);
    String weights = request.getWeights();
    if (weights.isEmpty()) {
      return making.fresh(shelf.ownFolder());
    }
    return making.imported(contents.file(weights), incoming, shelf.ownFolder(), progress);
  }

  @Override
  public void close() {
    queue.close();
  }
}
