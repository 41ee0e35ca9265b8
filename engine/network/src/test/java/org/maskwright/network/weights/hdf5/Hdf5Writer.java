package org.maskwright.network.weights.hdf5;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.maskwright.network.weights.Tensor;

/** Writes HDF5 in its oldest form, as h5py does, with objects that make sense and others. */
public final class Hdf5Writer {

  private static final int SUPERBLOCK = 96;
  private static final int LEAF = 8;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Group root = new Group();

  /** Groups are sorted by name in the file. */
  private static final class Group {
    final Map<String, Group> groups = new LinkedHashMap<>();
    final Map<String, Long> objects = new TreeMap<>();
  }

  public Hdf5Writer() {
    out.writeBytes(new byte[SUPERBLOCK]);
  }

  public Hdf5Writer array(String path, Tensor tensor) throws IOException {
    float[] values = tensor.toArray();
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    long address = data(bytes.array());
    long[] sizes = tensor.shape().sizes().stream().mapToLong(Long::longValue).toArray();
    return object(path, space(sizes), floats(4), contiguous(address, bytes.capacity()));
  }

  /** Writes bytes of an array and tells where. */
  long data(byte[] bytes) {
    return append(bytes);
  }

  Hdf5Writer object(String path, byte[]... messages) {
    return link(path, header(messages));
  }

  /** Gives what is at an address a name, or one more. */
  Hdf5Writer link(String path, long address) {
    Group group = root;
    String[] names = path.split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      group = group.groups.computeIfAbsent(names[i], name -> new Group());
    }
    group.objects.put(names[names.length - 1], address);
    return this;
  }

  /** Where a group of the root is, in which nothing more is to come. */
  long finished(String group) {
    return write(Objects.requireNonNull(root.groups.remove(group)));
  }

  static byte[] message(int type, byte[] body) {
    return message(type, 0, body);
  }

  static byte[] message(int type, int flags, byte[] body) {
    byte[] padded = Arrays.copyOf(body, (body.length + 7) / 8 * 8);
    return le((short) type, (short) padded.length, (byte) flags, new byte[3], padded);
  }

  static byte[] space(long... sizes) {
    List<Object> fields = new ArrayList<>(List.of((byte) 1, (byte) sizes.length, new byte[6]));
    for (long size : sizes) {
      fields.add(size);
    }
    return message(ObjectHeader.DATASPACE, le(fields.toArray()));
  }

  static byte[] floats(int bytes) {
    return type(0x11, 0x20, bytes, bytes == 2 ? 5 : bytes == 4 ? 8 : 11);
  }

  static byte[] type(int kind, int order, int bytes, int exponent) {
    return message(
        ObjectHeader.DATATYPE,
        le(
            (byte) kind,
            (byte) order,
            (short) (8 * bytes - 1),
            bytes,
            (short) 0,
            (short) (8 * bytes),
            (byte) 0,
            (byte) exponent,
            new byte[6]));
  }

  static byte[] contiguous(long address, long size) {
    return layout(3, 1, address, size);
  }

  static byte[] layout(int version, int kind, long address, long size) {
    return message(ObjectHeader.LAYOUT, le((byte) version, (byte) kind, address, size));
  }

  public byte[] toBytes() {
    long address = write(root);
    byte[] bytes = out.toByteArray();
    byte[] block =
        le(
            Superblock.SIGNATURE.getBytes(StandardCharsets.ISO_8859_1),
            new byte[5],
            (byte) 8,
            (byte) 8,
            (byte) 0,
            (short) 4,
            (short) 16,
            0,
            0L,
            -1L,
            (long) bytes.length,
            -1L,
            0L,
            address,
            new byte[24]);
    System.arraycopy(block, 0, bytes, 0, SUPERBLOCK);
    return bytes;
  }

  private long write(Group group) {
    Map<String, Long> objects = new TreeMap<>(group.objects);
    group.groups.forEach((name, inner) -> objects.put(name, write(inner)));
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    names.writeBytes(new byte[8]);
    List<Object> tree = new ArrayList<>();
    List<Object> leaf = new ArrayList<>();
    int left = objects.size();
    for (Map.Entry<String, Long> object : objects.entrySet()) {
      leaf.addAll(List.of((long) names.size(), object.getValue(), 0, 0, new byte[16]));
      names.writeBytes((object.getKey() + "\0").getBytes(StandardCharsets.UTF_8));
      left--;
      if (left == 0 || leaf.size() == LEAF * 5) {
        byte[] entries = le(leaf.toArray());
        tree.add(0L);
        tree.add(append(le("SNOD", (byte) 1, (byte) 0, (short) (leaf.size() / 5), entries)));
        leaf.clear();
      }
    }
    int children = tree.size() / 2;
    tree.add(0L);
    long treeAddress =
        append(le("TREE", (byte) 0, (byte) 0, (short) children, -1L, -1L, le(tree.toArray())));
    long namesAddress = append(names.toByteArray());
    long heap = append(le("HEAP", new byte[4], (long) names.size(), -1L, namesAddress));
    return header(message(ObjectHeader.SYMBOL_TABLE, le(treeAddress, heap)));
  }

  private long header(byte[]... messages) {
    byte[] all = le((Object[]) messages);
    return append(le((byte) 1, (byte) 0, (short) messages.length, 1, all.length, 0, all));
  }

  private long append(byte[] bytes) {
    out.writeBytes(new byte[-out.size() & 7]);
    long address = out.size();
    out.writeBytes(bytes);
    return address;
  }

  /** Numbers by their width, the lowest byte first, texts and bytes as they are. */
  static byte[] le(Object... fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Object field : fields) {
      if (field instanceof byte[] raw) {
        bytes.writeBytes(raw);
      } else if (field instanceof String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
      } else {
        Number number = (Number) field;
        int width =
            number instanceof Byte
                ? 1
                : number instanceof Short ? 2 : number instanceof Integer ? 4 : 8;
        for (int i = 0; i < width; i++) {
          bytes.write((int) (number.longValue() >> 8 * i));
        }
      }
    }
    return bytes.toByteArray();
  }
}
