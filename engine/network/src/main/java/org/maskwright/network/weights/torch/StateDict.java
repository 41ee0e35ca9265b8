package org.maskwright.network.weights.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.torch.Pickled.Dict;
import org.maskwright.network.weights.torch.Pickled.View;

/** The tensors of a dict by name, or of the one that a training's checkpoint keeps among others. */
final class StateDict {

  private static final List<String> WRAPPERS =
      List.of("state_dict", "model_state_dict", "model_state", "model");

  /** What data-parallel training puts in front of every name. */
  private static final String PARALLEL = "module.";

  private static final int MAX_TENSORS = 20_000;

  private StateDict() {}

  static Map<String, View> of(String file, Pickled root) throws DataException {
    Map<String, View> views = new LinkedHashMap<>();
    unwrapped(root)
        .entries()
        .forEach(
            (name, value) -> {
              if (value instanceof View view) {
                views.put(name, view);
              }
            });
    if (views.isEmpty()) {
      throw DataException.of(WeightsProblem.NO_TENSORS, file);
    }
    if (views.size() > MAX_TENSORS) {
      throw DataException.of(
          WeightsProblem.OVER_LIMIT, file, "it lists " + views.size() + " arrays");
    }
    return unprefixed(views);
  }

  private static Dict unwrapped(Pickled root) {
    if (!(root instanceof Dict dict)) {
      return new Dict();
    }
    for (String wrapper : WRAPPERS) {
      if (dict.entries().get(wrapper) instanceof Dict inner) {
        return inner;
      }
    }
    return dict;
  }

  private static Map<String, View> unprefixed(Map<String, View> views) {
    if (!views.keySet().stream().allMatch(name -> name.startsWith(PARALLEL))) {
      return views;
    }
    Map<String, View> plain = new LinkedHashMap<>();
    views.forEach((name, view) -> plain.put(name.substring(PARALLEL.length()), view));
    return plain;
  }
}
