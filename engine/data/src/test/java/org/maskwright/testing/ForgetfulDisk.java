package org.maskwright.testing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.maskwright.data.io.Disk;

/**
 * A disk in memory that remembers for sure only what was synced. A power cut leaves of the rest
 * what the dice say: part of a file's new bytes, or noise; a change of names, or none, whatever
 * came after it. It can also be full or out of reach.
 */
public final class ForgetfulDisk implements Disk {

  private final Map<Path, Content> names = new HashMap<>();
  private final Map<Path, Content> durableNames = new HashMap<>();
  private final List<Map<Path, Optional<Content>>> pending = new ArrayList<>();
  private final Set<Path> unreachable = new HashSet<>();
  private long room = Long.MAX_VALUE;
  private final Set<Path> folders = new HashSet<>();
  private final Set<Path> unsyncable = new HashSet<>();

  /** A file's bytes now, and those that are safe. */
  private static final class Content {
    private byte[] bytes = new byte[0];
    private byte[] durable = new byte[0];
  }

  /** From now on only so many bytes can be written; negative: the next write fails half way. */
  public void setRoom(long bytes) {
    room = bytes;
  }

  /** Makes syncs of files in a folder fail, or work again. */
  public void setSyncFails(Path folder, boolean fails) {
    if (fails) {
      unsyncable.add(folder);
    } else {
      unsyncable.remove(folder);
    }
  }

  /** Removes a folder with all in it, as when a share is not mounted. */
  public void deleteFolder(Path folder) {
    for (Path path : List.copyOf(names.keySet())) {
      if (path.startsWith(folder)) {
        change(Map.of(path, Optional.empty()));
      }
    }
    folders.removeIf(path -> path.startsWith(folder));
  }

  /** Takes a folder away, with all in it, or brings it back. */
  public void setReachable(Path folder, boolean reachable) {
    if (reachable) {
      unreachable.remove(folder);
    } else {
      unreachable.add(folder);
    }
  }

  /** The power goes; what the disk shows from now on is what survived. */
  public void cutPower(Random dice) {
    Map<Path, Content> survived = new HashMap<>(durableNames);
    for (Map<Path, Optional<Content>> change : pending) {
      if (dice.nextBoolean()) {
        apply(change, survived);
      }
    }
    pending.clear();
    Set<Content> done = new HashSet<>();
    for (Path path : survived.keySet().stream().sorted().toList()) {
      Content content = Objects.requireNonNull(survived.get(path));
      if (!done.add(content)) {
        continue;
      }
      content.bytes = torn(content, dice);
      content.durable = content.bytes;
    }
    names.clear();
    names.putAll(survived);
    durableNames.clear();
    durableNames.putAll(survived);
  }

  private static byte[] torn(Content content, Random dice) {
    byte[] now = content.bytes;
    byte[] safe = content.durable;
    int same = Arrays.mismatch(now, safe);
    if (same < 0) {
      return now;
    }
    int longest = Math.max(now.length, safe.length);
    byte[] torn = Arrays.copyOf(now, same + dice.nextInt(longest - same + 1));
    if (torn.length > now.length) {
      System.arraycopy(
          safe, now.length, torn, now.length, Math.min(safe.length, torn.length) - now.length);
    }
    if (torn.length > same && dice.nextInt(3) == 0) {
      // A block that was promised to the file and never written.
      int from = same + dice.nextInt(torn.length - same);
      Arrays.fill(torn, from, Math.min(torn.length, from + 512), (byte) 0);
    }
    return torn;
  }

  /** Everything lasts from now on, as after a minute in which nothing happened. */
  public void settle() {
    pending.forEach(change -> apply(change, durableNames));
    pending.clear();
    names.values().forEach(content -> content.durable = content.bytes);
  }

  /** Changes names in one step, of which a power cut leaves all or nothing. */
  private void change(Map<Path, Optional<Content>> change) {
    apply(change, names);
    pending.add(change);
  }

  private static void apply(Map<Path, Optional<Content>> change, Map<Path, Content> to) {
    change.forEach(
        (path, content) -> {
          if (content.isPresent()) {
            to.put(path, content.get());
          } else {
            to.remove(path);
          }
        });
  }

  private void check(Path path) throws IOException {
    if (isUnreachable(path)) {
      throw new IOException("out of reach: " + path);
    }
  }

  private boolean isUnreachable(Path path) {
    return unreachable.stream().anyMatch(path::startsWith);
  }

  private Content content(Path path) throws IOException {
    check(path);
    Content content = names.get(path);
    if (content == null) {
      throw new FileNotFoundException(path.toString());
    }
    return content;
  }

  @Override
  public Output create(Path path) throws IOException {
    MemoryOutput output = append(path);
    output.truncate(0);
    return output;
  }

  @Override
  public MemoryOutput append(Path path) throws IOException {
    check(path);
    if (!names.containsKey(path)) {
      change(Map.of(path, Optional.of(new Content())));
    }
    return new MemoryOutput(path, content(path));
  }

  @Override
  public byte[] read(Path path) throws IOException {
    return content(path).bytes.clone();
  }

  @Override
  public Input open(Path path) throws IOException {
    return new MemoryInput(path, content(path));
  }

  /** Overwrites a file, as another program or a bad sector would. */
  public void tamper(Path path, byte[] bytes) throws IOException {
    Content content = content(path);
    content.bytes = bytes.clone();
    content.durable = content.bytes;
  }

  @Override
  public boolean exists(Path path) {
    return !isUnreachable(path) && (names.containsKey(path) || folders.contains(path));
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    Content content = content(from);
    check(to);
    change(Map.of(from, Optional.empty(), to, Optional.of(content)));
  }

  @Override
  public void deleteIfExists(Path path) throws IOException {
    check(path);
    if (names.containsKey(path)) {
      change(Map.of(path, Optional.empty()));
    }
  }

  @Override
  public void createFolders(Path folder) throws IOException {
    check(folder);
    for (Path path = folder; path != null; path = path.getParent()) {
      folders.add(path);
    }
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    check(folder);
    pending.removeIf(
        change -> {
          boolean here = change.keySet().stream().anyMatch(p -> folder.equals(p.getParent()));
          if (here) {
            apply(change, durableNames);
          }
          return here;
        });
  }

  /** A file open for writing. */
  private final class MemoryOutput implements Output {

    private final Path path;
    private final Content content;

    MemoryOutput(Path path, Content content) {
      this.path = path;
      this.content = content;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      check(path);
      int count = (int) Math.min(bytes.remaining(), Math.max(0, room));
      int size = content.bytes.length;
      boolean full = count < bytes.remaining();
      content.bytes = Arrays.copyOf(content.bytes, size + count);
      bytes.get(content.bytes, size, count);
      room -= count;
      if (full) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void sync() throws IOException {
      check(path);
      if (unsyncable.stream().anyMatch(path::startsWith)) {
        throw new IOException("Input/output error");
      }
      content.durable = content.bytes;
    }

    @Override
    public void truncate(long size) throws IOException {
      check(path);
      content.bytes = Arrays.copyOf(content.bytes, (int) size);
    }

    @Override
    public long size() {
      return content.bytes.length;
    }

    @Override
    public void close() {}
  }

  /** A file open for reading. */
  private final class MemoryInput implements Input {

    private final Path path;
    private final Content content;

    MemoryInput(Path path, Content content) {
      this.path = path;
      this.content = Objects.requireNonNull(content);
    }

    @Override
    public void read(ByteBuffer into, long position) throws IOException {
      check(path);
      int from = (int) Math.min(position, content.bytes.length);
      int count = Math.min(into.remaining(), content.bytes.length - from);
      into.put(content.bytes, from, count);
    }

    @Override
    public long size() throws IOException {
      check(path);
      return content.bytes.length;
    }

    @Override
    public void close() {}
  }
}
