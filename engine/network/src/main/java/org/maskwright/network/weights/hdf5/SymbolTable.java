package org.maskwright.network.weights.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names in a group, and where their objects are: leaves of a tree that point into a heap. */
final class SymbolTable {

  private static final int TREE_PREFIX = 24;
  private static final int ENTRY = 40;
  private static final int SOFT_LINK = 2;

  private final Fields fields;
  private final long names;
  private final long namesSize;
  private final Map<String, Long> objects = new LinkedHashMap<>();

  private SymbolTable(Fields fields, long heap) throws IOException {
    this.fields = fields;
    ByteBuffer header = fields.signed("HEAP", heap, 28);
    this.namesSize = header.getLong(8);
    this.names = header.getLong(24);
    fields.check(names, namesSize);
  }

  private record Node(long address, int level) {}

  /** The objects by name, from the message that says where tree and heap are. */
  static Map<String, Long> read(Fields fields, ByteBuffer message) throws IOException {
    long tree = message.getLong();
    SymbolTable table = new SymbolTable(fields, message.getLong());
    table.readTree(tree);
    return table.objects;
  }

  private void readTree(long root) throws IOException {
    Deque<Node> open = new ArrayDeque<>();
    int top = fields.signed("TREE", root, 4).get(5);
    open.add(new Node(root, top));
    while (!open.isEmpty()) {
      Node node = open.remove();
      ByteBuffer prefix = fields.signed("TREE", node.address(), TREE_PREFIX - 4);
      if (prefix.get() != 0 || prefix.get() != node.level() || node.level() < 0) {
        throw fields.damaged("a tree at byte " + node.address() + " is of another kind");
      }
      int children = prefix.getShort() & 0xFFFF;
      fields.count(children);
      // Keys and children alternate, a key first.
      ByteBuffer pairs = fields.at(node.address() + TREE_PREFIX, children * 2 * Long.BYTES);
      for (int i = 0; i < children; i++) {
        long child = pairs.getLong((2 * i + 1) * Long.BYTES);
        if (node.level() == 0) {
          readLeaf(child);
        } else {
          open.add(new Node(child, node.level() - 1));
        }
      }
    }
  }

  private void readLeaf(long address) throws IOException {
    int entries = fields.signed("SNOD", address, 4).getShort(6) & 0xFFFF;
    fields.count(entries);
    ByteBuffer symbols = fields.at(address + 8, entries * ENTRY);
    for (int i = 0; i < entries; i++) {
      long name = symbols.getLong(i * ENTRY);
      if (name < 0 || name >= namesSize) {
        throw fields.damaged("a name lies outside the names of its group");
      }
      String text = fields.name(names + name);
      if (symbols.getInt(i * ENTRY + 16) != SOFT_LINK
          && objects.put(text, symbols.getLong(i * ENTRY + 8)) != null) {
        throw fields.damaged("a group holds \"" + text + "\" twice");
      }
    }
  }
}
