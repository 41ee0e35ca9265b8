package org.maskwright.network.weights.hdf5;

import java.io.Closeable;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.network.weights.FileBytes;
import org.maskwright.network.weights.FileFloats;
import org.maskwright.network.weights.Opened;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.WeightsProblem;

/** A file of groups in groups, with arrays in them, each by its path. */
public final class Hdf5File implements Closeable {

  /** What every file begins with. */
  public static final String SIGNATURE = Superblock.SIGNATURE;

  private static final int MAX_DEPTH = 10;

  private final FileBytes bytes;
  private final Fields fields;
  private final Map<String, Tensor> arrays = new LinkedHashMap<>();

  private Hdf5File(FileBytes bytes) throws IOException {
    this.bytes = bytes;
    this.fields = new Fields(bytes);
    read();
  }

  public static Hdf5File open(Path path) throws IOException {
    return Opened.read(FileBytes.open(path), Hdf5File::new);
  }

  private void read() throws IOException {
    try {
      if (!Superblock.isAt(fields)) {
        throw fields.damaged("it does not begin as HDF5 does");
      }
      readObject("", Superblock.root(fields), 0);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new DataException(
          Problem.of(WeightsProblem.DAMAGED, bytes.name(), "something in it is cut short"), e);
    }
  }

  private void readObject(String path, long address, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw fields.overLimit("its groups are too deep (" + path + ")");
    }
    ObjectHeader header = ObjectHeader.read(fields, address);
    Optional<Dataset> dataset = Dataset.read(fields, path, header);
    if (header.message(ObjectHeader.SYMBOL_TABLE).isPresent()) {
      Map<String, Long> members =
          SymbolTable.read(fields, header.message(ObjectHeader.SYMBOL_TABLE).get());
      for (Map.Entry<String, Long> member : members.entrySet()) {
        String name = path.isEmpty() ? member.getKey() : path + "/" + member.getKey();
        readObject(name, member.getValue(), depth + 1);
      }
    } else if (dataset.isPresent()) {
      Dataset found = dataset.get();
      arrays.put(
          path,
          new Tensor(path, found.shape(), new FileFloats(bytes, found.address(), found.type())));
    }
  }

  public Path path() {
    return bytes.path();
  }

  /** The arrays of floating point numbers by path, without a slash before it. */
  public Map<String, Tensor> arrays() {
    return Collections.unmodifiableMap(arrays);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
