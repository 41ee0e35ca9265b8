package org.maskwright.network.weights.torch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.network.weights.Bytes;

/** One of the two forms that {@code torch.save} has written: a pickle, and storages beside it. */
interface Form extends Closeable {

  /** Where the numbers of a storage lie, and how many they are. */
  record Place(Bytes bytes, long offset, long count) {}

  Path path();

  /** What was saved. */
  Pickled root();

  /** Where a storage is, which may be claimed to be what it is not. */
  Place place(Pickled.Storage storage) throws IOException;
}
