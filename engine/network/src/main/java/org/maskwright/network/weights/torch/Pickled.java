package org.maskwright.network.weights.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.TensorType;

/**
 * What a pickle of a state dict can hold, and all that it can: whatever has no class here does not
 * come into being. What is equal to what is never asked: a hostile one may contain itself.
 */
sealed interface Pickled {

  /** Python's None. */
  enum Nothing implements Pickled {
    NONE
  }

  /** Where a list of arguments begins. */
  enum Mark implements Pickled {
    MARK
  }

  /** A text, which names things. */
  record Text(String value) implements Pickled {}

  /** A whole number, or a truth value. */
  record Whole(long value) implements Pickled {}

  /** A number with a fraction, which checkpoints have beside their weights. */
  record Real(double value) implements Pickled {}

  /** Several values, not to be changed. */
  record Tuple(List<Pickled> values) implements Pickled {}

  /** Several values. */
  record Row(List<Pickled> values) implements Pickled {

    Row() {
      this(new ArrayList<>());
    }
  }

  /** A dict or an OrderedDict; what is filed under anything but a text is left out. */
  record Dict(Map<String, Pickled> entries) implements Pickled {

    Dict() {
      this(new LinkedHashMap<>());
    }
  }

  /** A class or function by name, one of those that tensors need. */
  record Named(Global global) implements Pickled {}

  /** A file of numbers beside the pickle. */
  record Storage(String key, TensorType type, long count) implements Pickled {}

  /** An array that is a view of a storage. */
  record View(Storage storage, long offset, Shape shape, List<Long> steps) implements Pickled {}
}
