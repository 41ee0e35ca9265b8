package org.maskwright.protocol.client;

import com.google.protobuf.ByteString;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.Contract;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.wire.ContentName;
import org.maskwright.protocol.wire.FindMissingReply;
import org.maskwright.protocol.wire.FindMissingRequest;
import org.maskwright.protocol.wire.GetChunkReply;
import org.maskwright.protocol.wire.GetChunkRequest;
import org.maskwright.protocol.wire.PutChunkRequest;

/**
 * Sends contents to an engine and fetches them from there. What is there already does not travel;
 * what was cut off goes on where it stopped.
 */
public final class Transfers {

  private static final int ANSWER_SECONDS = 60;
  private static final int NAMES_AT_ONCE = 5000;

  private final EngineLink link;

  public Transfers(EngineLink link) {
    this.link = link;
  }

  /**
   * Sends what the engine lacks.
   *
   * @return how many bytes travelled
   */
  public long send(Collection<Content> contents, Progress progress) throws IOException {
    Map<Content, Long> missing = missing(contents);
    long total = 0;
    for (Map.Entry<Content, Long> part : missing.entrySet()) {
      total += part.getKey().bytes() - part.getValue();
    }
    long sent = 0;
    for (Map.Entry<Content, Long> part : missing.entrySet()) {
      sent += send(part.getKey(), part.getValue(), sent, total, progress);
    }
    return sent;
  }

  private Map<Content, Long> missing(Collection<Content> contents) throws IOException {
    Map<String, Content> byHash = new LinkedHashMap<>();
    contents.forEach(content -> byHash.put(content.hash(), content));
    List<Content> all = new ArrayList<>(byHash.values());
    Map<Content, Long> missing = new LinkedHashMap<>();
    for (int from = 0; from < all.size(); from += NAMES_AT_ONCE) {
      FindMissingRequest.Builder names = FindMissingRequest.newBuilder();
      for (Content content : all.subList(from, Math.min(all.size(), from + NAMES_AT_ONCE))) {
        names.addContents(name(content));
      }
      FindMissingReply reply = link.ask(ANSWER_SECONDS, stub -> stub.findMissing(names.build()));
      for (FindMissingReply.Part part : reply.getMissingList()) {
        Content content = byHash.get(part.getHash());
        if (content == null || part.getHave() < 0 || part.getHave() >= content.bytes()) {
          throw DataException.of(ProtocolProblem.ANSWER_BAD, "it wants what nobody offered");
        }
        missing.put(content, part.getHave());
      }
    }
    return missing;
  }

  private static ContentName name(Content content) {
    return ContentName.newBuilder().setHash(content.hash()).setBytes(content.bytes()).build();
  }

  private long send(Content content, long from, long sentBefore, long total, Progress progress)
      throws IOException {
    long at = from;
    try (FileChannel file = FileChannel.open(content.file())) {
      while (at < content.bytes()) {
        progress.checkCancelled();
        PutChunkRequest piece =
            PutChunkRequest.newBuilder()
                .setContent(name(content))
                .setOffset(at)
                .setData(read(file, at, content))
                .build();
        long have = link.ask(ANSWER_SECONDS, stub -> stub.putChunk(piece)).getHave();
        if (have <= at || have > content.bytes()) {
          throw DataException.of(ProtocolProblem.ANSWER_BAD, "a piece did not arrive");
        }
        at = have;
        progress.report("send", sentBefore + at - from, total);
      }
    }
    return at - from;
  }

  private static ByteString read(FileChannel file, long at, Content content) throws IOException {
    int length = (int) Math.min(Contract.CHUNK_BYTES, content.bytes() - at);
    ByteBuffer piece = ByteBuffer.allocate(length);
    while (piece.hasRemaining()) {
      if (file.read(piece, at + piece.position()) < 0) {
        throw new EOFException(content.file() + " became shorter while it was sent");
      }
    }
    return ByteString.copyFrom(piece.flip());
  }

  /** Fetches a content; the file appears when it is whole and is what it is called. */
  public void fetch(String hash, Path target, Progress progress) throws IOException {
    RealDisk.INSTANCE.createFolders(target.toAbsolutePath().resolveSibling(""));
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (FileChannel file =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long total;
      do {
        progress.checkCancelled();
        GetChunkRequest wanted =
            GetChunkRequest.newBuilder().setHash(hash).setOffset(file.size()).build();
        GetChunkReply piece = link.ask(ANSWER_SECONDS, stub -> stub.getChunk(wanted));
        total = piece.getBytes();
        if (piece.getData().isEmpty() && file.size() < total) {
          throw DataException.of(ProtocolProblem.ANSWER_BAD, "a piece is empty");
        }
        ByteBuffer data = piece.getData().asReadOnlyByteBuffer();
        file.position(file.size());
        while (data.hasRemaining()) {
          file.write(data);
        }
        progress.report("fetch", file.size(), total);
      } while (file.size() < total);
      file.force(true);
    }
    if (!Sha256.of(part).equals(hash)) {
      Files.delete(part);
      throw DataException.of(ProtocolProblem.ANSWER_BAD, "what came is not what was asked for");
    }
    RealDisk.INSTANCE.replace(part, target);
  }
}
