package org.maskwright.network.server;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.server.content.ContentStore;
import org.maskwright.protocol.Contract;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.wire.ContentName;
import org.maskwright.protocol.wire.FindMissingReply;
import org.maskwright.protocol.wire.FindMissingRequest;
import org.maskwright.protocol.wire.GetChunkReply;
import org.maskwright.protocol.wire.GetChunkRequest;
import org.maskwright.protocol.wire.PutChunkReply;
import org.maskwright.protocol.wire.PutChunkRequest;

/** Takes contents from windows and gives models and contents to them, piece by piece. */
final class Deliveries {

  private final ContentStore contents;
  private final ModelShelf shelf;

  Deliveries(ContentStore contents, ModelShelf shelf) {
    this.contents = contents;
    this.shelf = shelf;
  }

  FindMissingReply missing(FindMissingRequest request) throws IOException {
    FindMissingReply.Builder reply = FindMissingReply.newBuilder();
    for (ContentName name : request.getContentsList()) {
      long have = contents.have(name.getHash());
      if (!contents.has(name.getHash()) && shelf.own(name.getHash()).isEmpty()) {
        reply.addMissingBuilder().setHash(name.getHash()).setHave(have);
      }
    }
    return reply.build();
  }

  PutChunkReply put(PutChunkRequest request) throws IOException {
    long have =
        contents.put(
            request.getContent().getHash(),
            request.getContent().getBytes(),
            request.getOffset(),
            request.getData().asReadOnlyByteBuffer());
    return PutChunkReply.newBuilder().setHave(have).build();
  }

  GetChunkReply get(GetChunkRequest request) throws IOException {
    Optional<Path> model = shelf.own(request.getHash());
    Path file = model.isPresent() ? model.get() : contents.file(request.getHash());
    try (FileChannel channel = FileChannel.open(file)) {
      long left = channel.size() - request.getOffset();
      if (request.getOffset() < 0 || left < 0) {
        throw DataException.of(ProtocolProblem.MALFORMED, "the place lies behind the end");
      }
      ByteBuffer piece = ByteBuffer.allocate((int) Math.min(left, Contract.CHUNK_BYTES));
      int got = 0;
      while (piece.hasRemaining() && got >= 0) {
        got = channel.read(piece, request.getOffset() + piece.position());
      }
      return GetChunkReply.newBuilder()
          .setBytes(channel.size())
          .setData(ByteString.copyFrom(piece.flip()))
          .build();
    }
  }
}
