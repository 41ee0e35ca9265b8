package org.maskwright.network.weights.torch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.torch.Pickled.Dict;
import org.maskwright.network.weights.torch.Pickled.Mark;
import org.maskwright.network.weights.torch.Pickled.Named;
import org.maskwright.network.weights.torch.Pickled.Nothing;
import org.maskwright.network.weights.torch.Pickled.Real;
import org.maskwright.network.weights.torch.Pickled.Row;
import org.maskwright.network.weights.torch.Pickled.Storage;
import org.maskwright.network.weights.torch.Pickled.Text;
import org.maskwright.network.weights.torch.Pickled.Tuple;
import org.maskwright.network.weights.torch.Pickled.Whole;

/**
 * A pickle is a program for a small machine with a stack. This one has the few instructions that
 * dicts of tensors are written with, and refuses to go on at any other.
 */
final class Unpickler {

  /** A network of 20,000 tensors takes half of it. */
  private static final int MAX_STEPS = 1_000_000;

  private final String file;
  private final PickleBytes bytes;
  private final List<Pickled> stack = new ArrayList<>();
  private final Map<Long, Pickled> memo = new HashMap<>();
  private final Map<String, Storage> storages = new HashMap<>();
  private final Construction construction;
  private int at;

  Unpickler(String file, PickleBytes bytes) {
    this.file = file;
    this.bytes = bytes;
    this.construction = new Construction(this::outOfOrder, this::forbidden);
  }

  /** Every storage that something lies in, by its key. */
  Map<String, Storage> storages() {
    return storages;
  }

  /** Runs it to its end; what is on top of the stack then is what was pickled. */
  Pickled read() throws DataException {
    for (int steps = 0; steps < MAX_STEPS; steps++) {
      at = bytes.position();
      int opcode = bytes.unsigned8();
      if (opcode == '.') {
        return pop();
      }
      if (!pushes(opcode) && !collects(opcode) && !changes(opcode)) {
        String printed = opcode > ' ' && opcode < 127 ? " ('" + (char) opcode + "')" : "";
        throw forbidden("the instruction 0x" + Integer.toHexString(opcode) + printed);
      }
    }
    throw DataException.of(
        WeightsProblem.OVER_LIMIT, file, "its pickle has more than " + MAX_STEPS + " instructions");
  }

  /** Instructions that bring something new. */
  private boolean pushes(int opcode) throws DataException {
    switch (opcode) {
      case '(' -> push(Mark.MARK);
      case 'N' -> push(Nothing.NONE);
      case 0x88 -> push(new Whole(1));
      case 0x89 -> push(new Whole(0));
      case 'K' -> push(new Whole(bytes.unsigned8()));
      case 'M' -> push(new Whole(bytes.unsigned16()));
      case 'J' -> push(new Whole(bytes.number(Integer.BYTES)));
      case 0x8a -> push(new Whole(bytes.number(longSize())));
      case 'G' -> push(new Real(bytes.real()));
      case 'X', 'T' -> push(new Text(bytes.text(unsigned32())));
      case 'U' -> push(new Text(bytes.text(bytes.unsigned8())));
      case 'c' -> push(global());
      case '}' -> push(new Dict());
      case ']' -> push(new Row());
      case ')' -> push(new Tuple(List.of()));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Instructions that make one thing of several, or file several in one. */
  private boolean collects(int opcode) throws DataException {
    switch (opcode) {
      case 0x85 -> push(new Tuple(pop(1)));
      case 0x86 -> push(new Tuple(pop(2)));
      case 0x87 -> push(new Tuple(pop(3)));
      case 't' -> push(new Tuple(popToMark()));
      case 's' -> file(pop(2));
      case 'u' -> file(popToMark());
      case 'a' -> append(pop(1));
      case 'e' -> append(popToMark());
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Instructions that remember, or make objects of what they are told. */
  private boolean changes(int opcode) throws DataException {
    switch (opcode) {
      case 0x80 -> bytes.unsigned8();
      case 'q' -> memo.put((long) bytes.unsigned8(), peek());
      case 'r' -> memo.put(unsigned32(), peek());
      case 'h' -> push(remembered(bytes.unsigned8()));
      case 'j' -> push(remembered(unsigned32()));
      case 'Q' -> {
        Storage storage = construction.storage(pop());
        Storage before = storages.put(storage.key(), storage);
        if (before != null && before.type() != storage.type()) {
          throw damaged("the storage \"" + storage.key() + "\" is of two types");
        }
        push(storage);
      }
      case 'R' -> {
        Pickled arguments = pop();
        push(construction.call(pop(), arguments));
      }
      case 'b' -> {
        // Modules keep their versions in an attribute of the dict; nothing of it is needed.
        if (!(pop() instanceof Dict) || !(peek() instanceof Dict)) {
          throw forbidden("to set attributes of an object");
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private int longSize() throws DataException {
    int size = bytes.unsigned8();
    if (size > Long.BYTES) {
      throw forbidden("a whole number of " + size + " bytes");
    }
    return size;
  }

  private long unsigned32() throws DataException {
    return bytes.number(Integer.BYTES) & 0xFFFF_FFFFL;
  }

  private Pickled global() throws DataException {
    String qualified = bytes.line() + "." + bytes.line();
    Optional<Global> known = Global.of(qualified);
    return new Named(known.orElseThrow(() -> forbidden("\"" + qualified + "\"")));
  }

  private Pickled remembered(long index) throws DataException {
    Pickled value = memo.get(index);
    if (value == null) {
      throw outOfOrder();
    }
    return value;
  }

  private void push(Pickled value) {
    stack.add(value);
  }

  private Pickled pop() throws DataException {
    Pickled value = peek();
    stack.remove(stack.size() - 1);
    return value;
  }

  private Pickled peek() throws DataException {
    if (stack.isEmpty()) {
      throw outOfOrder();
    }
    return stack.get(stack.size() - 1);
  }

  private List<Pickled> pop(int count) throws DataException {
    if (stack.size() < count) {
      throw outOfOrder();
    }
    List<Pickled> top = stack.subList(stack.size() - count, stack.size());
    List<Pickled> values = List.copyOf(top);
    top.clear();
    return values;
  }

  private List<Pickled> popToMark() throws DataException {
    int mark = stack.lastIndexOf(Mark.MARK);
    if (mark < 0) {
      throw outOfOrder();
    }
    List<Pickled> values = pop(stack.size() - mark);
    return values.subList(1, values.size());
  }

  private void file(List<Pickled> keysAndValues) throws DataException {
    if (!(peek() instanceof Dict dict) || keysAndValues.size() % 2 != 0) {
      throw outOfOrder();
    }
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      if (keysAndValues.get(i) instanceof Text key
          && dict.entries().put(key.value(), keysAndValues.get(i + 1)) != null) {
        throw damaged("it holds \"" + key.value() + "\" twice");
      }
    }
  }

  private void append(List<Pickled> values) throws DataException {
    if (!(peek() instanceof Row row)) {
      throw outOfOrder();
    }
    row.values().addAll(values);
  }

  private DataException outOfOrder() {
    return damaged("its pickle makes no sense at byte " + at);
  }

  private DataException damaged(String why) {
    return DataException.of(WeightsProblem.DAMAGED, file, why);
  }

  private DataException forbidden(String what) {
    return DataException.of(WeightsProblem.PICKLED_MORE, file, at, what);
  }
}
