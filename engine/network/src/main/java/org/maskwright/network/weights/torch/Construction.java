package org.maskwright.network.weights.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.torch.Pickled.Dict;
import org.maskwright.network.weights.torch.Pickled.Named;
import org.maskwright.network.weights.torch.Pickled.Storage;
import org.maskwright.network.weights.torch.Pickled.Text;
import org.maskwright.network.weights.torch.Pickled.Tuple;
import org.maskwright.network.weights.torch.Pickled.View;
import org.maskwright.network.weights.torch.Pickled.Whole;

/** Makes what a pickle asks for, of the few things that it may ask for. */
record Construction(Supplier<DataException> outOfOrder, Function<String, DataException> forbidden) {

  /** From {@code ("storage", class, key, device, count)}. */
  Storage storage(Pickled id) throws DataException {
    if (id instanceof Tuple tuple
        && tuple.values().size() >= 5
        && tuple.values().get(0) instanceof Text what
        && what.value().equals("storage")
        && tuple.values().get(1) instanceof Named named
        && named.global().type().isPresent()
        && tuple.values().get(2) instanceof Text key
        && tuple.values().get(4) instanceof Whole count) {
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
      case ORDERED_DICT -> {
        if (!values.isEmpty()) {
          throw forbidden.apply("an OrderedDict that is made of something");
        }
        yield new Dict();
      }
      case REBUILD_TENSOR -> view(values);
      case REBUILD_PARAMETER -> {
        if (values.isEmpty() || !(values.get(0) instanceof View view)) {
          throw outOfOrder.get();
        }
        yield view;
      }
      default -> throw forbidden.apply("to call " + named.global());
    };
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
