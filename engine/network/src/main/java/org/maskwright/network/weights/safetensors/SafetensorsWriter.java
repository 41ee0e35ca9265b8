package org.maskwright.network.weights.safetensors;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TensorType;

/** Writes .safetensors: the same content always becomes the same bytes. */
public final class SafetensorsWriter {

  private static final int PIECE = 1 << 18;
  private static final JsonMapper JSON = new JsonMapper();

  private SafetensorsWriter() {}

  /** An array and how its numbers are to be written. */
  public record Entry(Tensor tensor, TensorType type) {

    long bytes() {
      return tensor.shape().elements() * type.bytes();
    }
  }

  public static void write(Map<String, String> metadata, List<Entry> entries, OutputStream out)
      throws IOException {
    byte[] header = header(metadata, entries);
    byte[] length =
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .array();
    out.write(length);
    out.write(header);
    float[] floats = new float[PIECE];
    byte[] bytes = new byte[PIECE * Float.BYTES];
    for (Entry entry : entries) {
      write(entry, floats, bytes, out);
    }
  }

  private static byte[] header(Map<String, String> metadata, List<Entry> entries)
      throws IOException {
    ObjectNode root = JSON.createObjectNode();
    if (!metadata.isEmpty()) {
      ObjectNode about = root.putObject(Header.METADATA);
      metadata.forEach(about::put);
    }
    long at = 0;
    for (Entry entry : entries) {
      ObjectNode node = root.putObject(entry.tensor().name());
      node.put("dtype", entry.type().name());
      entry.tensor().shape().sizes().forEach(node.putArray("shape")::add);
      node.putArray("data_offsets").add(at).add(at + entry.bytes());
      at += entry.bytes();
    }
    byte[] json = JSON.writeValueAsBytes(root);
    // Spaces up to the next eighth byte, so that a reader may map the arrays as they lie.
    byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    return padded;
  }

  private static void write(Entry entry, float[] floats, byte[] bytes, OutputStream out)
      throws IOException {
    ByteBuffer encoded = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long elements = entry.tensor().shape().elements();
    for (long at = 0; at < elements; at += PIECE) {
      int count = (int) Math.min(PIECE, elements - at);
      FloatBuffer piece = FloatBuffer.wrap(floats, 0, count);
      entry.tensor().source().read(at, piece);
      entry.type().encode(piece.flip(), encoded.clear());
      out.write(bytes, 0, encoded.position());
    }
  }
}
