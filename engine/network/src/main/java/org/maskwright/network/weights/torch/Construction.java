package org.maskwright.network.weights.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.torch.Pickled.Dict;
import org.maskwright.network.weights.torch.Pickled.Named;
import org.maskwright.network.weights.torch.Pickled.Nothing;
import org.maskwright.network.weights.torch.Pickled.Row;
import org.maskwright.network.weights.torch.Pickled.Storage;
import org.maskwright.network.weights.torch.Pickled.Text;
import org.maskwright.network.weights.torch.Pickled.Tuple;
import org.maskwright.network.weights.torch.Pickled.View;
import org.maskwright.network.weights.torch.Pickled.Whole;

/** Makes what a pickle asks for, of the few things that it may ask for. */
record Construction(Supplier<DataException> outOfOrder, Function<String, DataException> forbidden) {

  /** From {@code ("storage", class, key, device, count)}, and None where it once was a view. */
  Storage storage(Pickled id) throws DataException {
    if (id instanceof Tuple tuple
        && tuple.values().size() >= 5
        && tuple.values().get(0) instanceof Text what
        && what.value().equals("storage")
        && tuple.values().get(1) instanceof Named named
        && named.global().type().isPresent()
        && tuple.values().get(2) instanceof Text key
        && tuple.values().get(4) instanceof Whole count) {
      if (tuple.values().size() > 5 && tuple.values().get(5) != Nothing.NONE) {
        throw forbidden.apply("a storage that is a part of another");
      }
      return new Storage(key.value(), named.global().type().get(), count.value());
    }
    throw outOfOrder.get();
  }

  /** What a function returns, of those that are known. */
  Pickled call(Pickled function, Pickled arguments) throws DataException {
    if (!(function instanceof Named named) || !(arguments instanceof Tuple tuple)) {
      throw outOfOrder.get();
    }
    List<Pickled> values = tuple.values();
    return switch (named.global()) {
      case ORDERED_DICT -> values.isEmpty() ? new Dict() : dict(values);
      case REBUILD_TENSOR, REBUILD_OLD_TENSOR -> view(values);
      case PARAMETER, REBUILD_PARAMETER -> {
        if (values.isEmpty() || !(values.get(0) instanceof View view)) {
          throw outOfOrder.get();
        }
        yield view;
      }
      default -> throw forbidden.apply("to call " + named.global());
    };
  }

  /** From a list of keys and values, as Python 2 made it. */
  private Dict dict(List<Pickled> values) throws DataException {
    if (values.size() != 1 || !(values.get(0) instanceof Row items)) {
      throw forbidden.apply("an OrderedDict that is made of something else than a list");
    }
    Dict dict = new Dict();
    for (Pickled item : items.values()) {
      if (!(item instanceof Row pair)
          || pair.values().size() != 2
          || !(pair.values().get(0) instanceof Text key)
          || dict.entries().put(key.value(), pair.values().get(1)) != null) {
        throw outOfOrder.get();
      }
    }
    // One list makes one dict: a hundred thousand of the same would fill any memory.
    items.values().clear();
    return dict;
  }

  /** From {@code (storage, offset, size, stride, ...)}; what follows is about training. */
  private View view(List<Pickled> values) throws DataException {
    if (values.size() >= 4
        && values.get(0) instanceof Storage storage
        && values.get(1) instanceof Whole offset) {
      Shape shape = new Shape(wholes(values.get(2)));
      return new View(storage, offset.value(), shape, wholes(values.get(3)));
    }
    throw outOfOrder.get();
  }

  private List<Long> wholes(Pickled value) throws DataException {
    if (!(value instanceof Tuple tuple) || tuple.values().size() > Shape.MAX_AXES) {
      throw outOfOrder.get();
    }
    List<Long> wholes = new ArrayList<>();
    for (Pickled whole : tuple.values()) {
      if (!(whole instanceof Whole number)) {
        throw outOfOrder.get();
      }
      wholes.add(number.value());
    }
    return wholes;
  }
}
