package org.maskwright.network.weights.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.maskwright.network.weights.Strides;
import org.maskwright.network.weights.Tensor;

/** Writes files as {@code torch.save} does. */
public final class TorchWriter {

  private static final String STORAGES = "archive/data/";
  private static final String MAGIC = "80028a0a6cfc9c46f9206aa850192e";

  private final Map<String, byte[]> members = new LinkedHashMap<>();
  private final Map<String, View> views = new LinkedHashMap<>();

  /** A tensor as the pickle describes it. */
  record View(
      String storageClass,
      String key,
      long count,
      long offset,
      List<Long> sizes,
      List<Long> strides) {

    static View of(
        String storageClass, String key, long count, long offset, long[] sizes, long... strides) {
      return new View(storageClass, key, count, offset, boxed(sizes), boxed(strides));
    }

    private static List<Long> boxed(long... values) {
      return LongStream.of(values).boxed().toList();
    }
  }

  /** Adds a tensor with a storage of its own. */
  public TorchWriter tensor(Tensor tensor) throws IOException {
    String key = String.valueOf(views.size());
    float[] values = tensor.toArray();
    storage(key, floats(values));
    List<Long> sizes = tensor.shape().sizes();
    List<Long> strides = Strides.contiguous(tensor.shape()).steps();
    return view(tensor.name(), new View("FloatStorage", key, values.length, 0, sizes, strides));
  }

  TorchWriter view(String name, View view) {
    views.put(name, view);
    return this;
  }

  TorchWriter storage(String key, byte[] bytes) {
    return member(STORAGES + key, bytes);
  }

  TorchWriter member(String name, byte[] bytes) {
    members.put(name, bytes);
    return this;
  }

  /** The plain state dict. */
  public byte[] toBytes() throws IOException {
    return with(dict(new PickleWriter()).op('.').toBytes());
  }

  /** Writes the dict of all views, with the versions of modules that PyTorch adds to it. */
  PickleWriter dict(PickleWriter pickle) {
    return dict("", pickle);
  }

  PickleWriter dict(String prefix, PickleWriter pickle) {
    pickle.orderedDict().op('q', 0, '(');
    views.forEach((name, view) -> pickle.text(prefix + name).tensor(view));
    return pickle
        .op('u', '}')
        .text("_metadata")
        .orderedDict()
        .text("")
        .op('}')
        .text("version")
        .number(1)
        .op('s', 's', 's', 'b');
  }

  /** A file with that pickle. */
  byte[] with(byte[] pickle) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      store(zip, "archive/data.pkl", pickle);
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        store(zip, member.getKey(), member.getValue());
      }
      store(zip, "archive/version", "3\n".getBytes(StandardCharsets.US_ASCII));
    }
    return out.toByteArray();
  }

  /** The plain state dict as it was saved before PyTorch 1.6. */
  byte[] toRow() throws IOException {
    PickleWriter keys = new PickleWriter().op(']', '(');
    members.keySet().forEach(key -> keys.text(key.substring(STORAGES.length())));
    return row(1, dict(new PickleWriter()).op('.').toBytes(), keys.op('e', '.').toBytes());
  }

  /** That form with any pickles, and all storages behind them. */
  byte[] row(int littleEndian, byte[] root, byte[] keys) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(HexFormat.of().parseHex(MAGIC));
    out.write(new PickleWriter().number(1001).op('.').toBytes());
    PickleWriter system = new PickleWriter().op('}').text("little_endian");
    out.write(system.op(littleEndian == 1 ? 0x88 : 0x89, 's', '.').toBytes());
    out.write(root);
    out.write(keys);
    for (Map.Entry<String, byte[]> storage : members.entrySet()) {
      String key = storage.getKey().substring(STORAGES.length());
      long count =
          views.values().stream()
              .filter(view -> view.key().equals(key))
              .mapToLong(View::count)
              .findFirst()
              .orElse(storage.getValue().length / Float.BYTES);
      ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      out.write(length.putLong(count).array());
      out.write(storage.getValue());
    }
    return out.toByteArray();
  }

  private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  static byte[] floats(float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }
}
