package org.maskwright.network.server.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.problem.DataException;

class ContentStoreTest {

  private static final int SIZE = 100;

  @TempDir private Path folder;

  private final Set<String> inUse = new HashSet<>();

  private ContentStore store(long quota, long floor) throws IOException {
    return new ContentStore(folder, quota, new DiskFloor(folder, floor), () -> inUse);
  }

  private static byte[] bytes(int seed) {
    byte[] bytes = new byte[SIZE];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static String put(ContentStore store, int seed) throws IOException {
    String hash = Sha256.of(bytes(seed));
    assertThat(store.put(hash, SIZE, 0, ByteBuffer.wrap(bytes(seed)))).isEqualTo(SIZE);
    return hash;
  }

  @Test
  void piecesInOrderBecomeTheContentAndOthersChangeNothing() throws IOException {
    ContentStore store = store(SIZE, 0);
    String hash = Sha256.of(bytes(1));
    assertThat(store.put(hash, SIZE, 50, ByteBuffer.wrap(bytes(1), 50, 50))).isZero();
    assertThat(store.put(hash, SIZE, 0, ByteBuffer.wrap(bytes(1), 0, 50))).isEqualTo(50);
    assertThat(store.put(hash, SIZE, 0, ByteBuffer.wrap(bytes(1), 0, 50))).isEqualTo(50);
    assertThat(store.has(hash)).isFalse();
    assertThat(store.put(hash, SIZE, 50, ByteBuffer.wrap(bytes(1), 50, 50))).isEqualTo(SIZE);
    assertThat(store.file(hash)).hasBinaryContent(bytes(1));
  }

  @Test
  void whatIsNotWhatItIsCalledIsThrownAway() throws IOException {
    ContentStore store = store(SIZE, 0);
    String hash = Sha256.of(bytes(1));
    assertThatThrownBy(() -> store.put(hash, SIZE, 0, ByteBuffer.wrap(bytes(2))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("something else");
    assertThat(store.have(hash)).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void namesThatAreNoHashesReachNoFile() throws IOException {
    ContentStore store = store(SIZE, 0);
    for (String name : new String[] {"", "../escape", "ab".repeat(31), "AB".repeat(32)}) {
      assertThatThrownBy(() -> store.put(name, SIZE, 0, ByteBuffer.wrap(bytes(1))))
          .isInstanceOf(DataException.class);
      assertThat(store.has(name)).isFalse();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void sizesThatMakeNoSenseAreRefused() throws IOException {
    ContentStore store = store(SIZE, 0);
    String hash = Sha256.of(bytes(1));
    for (long[] sizes :
        new long[][] {{0, 0}, {-5, 0}, {SIZE, -1}, {SIZE, 1}, {SIZE, Long.MAX_VALUE}}) {
      assertThatThrownBy(() -> store.put(hash, sizes[0], sizes[1], ByteBuffer.wrap(bytes(1))))
          .isInstanceOf(DataException.class);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatWasNotUsedForLongestMakesRoomUnlessAJobNeedsIt() throws IOException {
    ContentStore store = store(2 * SIZE, 0);
    String oldest = put(store, 1);
    String older = put(store, 2);
    Files.setLastModifiedTime(folder.resolve(oldest), FileTime.fromMillis(1000));
    Files.setLastModifiedTime(folder.resolve(older), FileTime.fromMillis(2000));
    inUse.add(oldest);
    String fresh = put(store, 3);
    assertThat(store.has(oldest)).isTrue();
    assertThat(store.has(older)).isFalse();
    inUse.add(fresh);
    assertThatThrownBy(() -> put(store, 4))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("--quota");
  }

  @Test
  void diskIsNeverFilledBelowItsFloor() throws IOException {
    ContentStore store = store(SIZE, Long.MAX_VALUE / 2);
    assertThatThrownBy(() -> put(store, 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Make room there");
    assertThat(folder).isEmptyDirectory();
  }
}
