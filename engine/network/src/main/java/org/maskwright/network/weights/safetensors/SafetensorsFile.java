package org.maskwright.network.weights.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.FileBytes;
import org.maskwright.network.weights.FileFloats;
import org.maskwright.network.weights.FloatSource;
import org.maskwright.network.weights.Opened;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TensorFile;
import org.maskwright.network.weights.WeightsProblem;

/** A .safetensors file: the length of a header, the header, the arrays. */
public final class SafetensorsFile implements TensorFile {

  public static final String EXTENSION = ".safetensors";

  private static final int MAX_HEADER = 16 << 20;

  private final FileBytes bytes;
  private final Map<String, String> metadata;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  private SafetensorsFile(FileBytes bytes, Header header, long dataStart) {
    this.bytes = bytes;
    this.metadata = Collections.unmodifiableMap(header.metadata());
    for (HeaderEntry entry : header.entries()) {
      tensors.put(entry.name(), new Tensor(entry.name(), entry.shape(), source(entry, dataStart)));
    }
  }

  public static SafetensorsFile open(Path path) throws IOException {
    return Opened.read(FileBytes.open(path), SafetensorsFile::read);
  }

  private static SafetensorsFile read(FileBytes bytes) throws IOException {
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.read(0, length);
    long size = length.getLong(0);
    if (size < 2 || size > MAX_HEADER) {
      throw DataException.of(
          WeightsProblem.DAMAGED, bytes.name(), "it begins with no length of a header");
    }
    long dataStart = Long.BYTES + size;
    if (dataStart > bytes.size()) {
      throw DataException.of(WeightsProblem.TRUNCATED, bytes.name(), bytes.size());
    }
    byte[] json = new byte[(int) size];
    bytes.read(Long.BYTES, ByteBuffer.wrap(json));
    return new SafetensorsFile(
        bytes, Header.parse(bytes.name(), json, bytes.size() - dataStart), dataStart);
  }

  private FloatSource source(HeaderEntry entry, long dataStart) {
    if (entry.type().isReal()) {
      return new FileFloats(bytes, dataStart + entry.begin(), entry.type());
    }
    return FloatSource.notReal(bytes.name(), entry.name(), entry.type());
  }

  @Override
  public Path path() {
    return bytes.path();
  }

  @Override
  public Map<String, String> metadata() {
    return metadata;
  }

  @Override
  public Map<String, Tensor> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
