package org.maskwright.network.weights.torch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.FileBytes;
import org.maskwright.network.weights.Opened;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.torch.Pickled.Dict;
import org.maskwright.network.weights.torch.Pickled.Row;
import org.maskwright.network.weights.torch.Pickled.Storage;
import org.maskwright.network.weights.torch.Pickled.Text;
import org.maskwright.network.weights.torch.Pickled.Whole;

/**
 * The form before PyTorch 1.6, in which many published weights still are: five pickles in a row,
 * then the storages, each behind its length.
 */
final class RowForm implements Form {

  /** A pickle of nothing but a number that says what follows. */
  private static final byte[] MAGIC = HexFormat.of().parseHex("80028a0a6cfc9c46f9206aa850192e");

  private static final int MAX_PICKLES = 16 << 20;

  private final FileBytes bytes;
  private final Pickled root;
  private final Map<String, Place> places = new HashMap<>();

  private RowForm(FileBytes bytes) throws IOException {
    this.bytes = bytes;
    byte[] beginning = new byte[(int) Math.min(MAX_PICKLES, bytes.size())];
    bytes.read(0, ByteBuffer.wrap(beginning));
    PickleBytes pickles = new PickleBytes(bytes.name(), beginning);
    pickles.skip(MAGIC.length);
    next(pickles);
    if (!(next(pickles) instanceof Dict system)
        || !(system.entries().get("little_endian") instanceof Whole little)
        || little.value() != 1) {
      throw damaged("its numbers have their highest byte first");
    }
    Unpickler unpickler = new Unpickler(bytes.name(), pickles);
    this.root = unpickler.read();
    if (!(next(pickles) instanceof Row keys)) {
      throw damaged("it has no list of storages");
    }
    find(keys, unpickler.storages(), pickles.position());
  }

  static boolean beginsLike(byte[] beginning) {
    return beginning.length >= MAGIC.length
        && Arrays.equals(beginning, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  static RowForm open(Path path) throws IOException {
    return Opened.read(FileBytes.open(path), RowForm::new);
  }

  private Pickled next(PickleBytes pickles) throws DataException {
    return new Unpickler(bytes.name(), pickles).read();
  }

  private void find(Row keys, Map<String, Storage> storages, long begin) throws IOException {
    long at = begin;
    for (Pickled key : keys.values()) {
      Storage storage = key instanceof Text text ? storages.get(text.value()) : null;
      if (storage == null) {
        throw damaged("it lists a storage that no tensor lies in");
      }
      ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.read(at, length);
      long count = length.getLong(0);
      at += Long.BYTES;
      if (count < 0 || count > (bytes.size() - at) / storage.type().bytes()) {
        throw DataException.of(WeightsProblem.TRUNCATED, bytes.name(), bytes.size());
      }
      if (places.put(storage.key(), new Place(bytes, at, count)) != null) {
        throw damaged("it holds the storage \"" + storage.key() + "\" twice");
      }
      at += count * storage.type().bytes();
    }
  }

  @Override
  public Path path() {
    return bytes.path();
  }

  @Override
  public Pickled root() {
    return root;
  }

  @Override
  public Place place(Storage storage) throws IOException {
    Place place = places.get(storage.key());
    if (place == null) {
      throw damaged("there is no storage \"" + storage.key() + "\" in it");
    }
    return place;
  }

  private DataException damaged(String why) {
    return DataException.of(WeightsProblem.DAMAGED, bytes.name(), why);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
