package org.maskwright.network.weights.fitting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.network.architecture.ParameterRole;
import org.maskwright.network.layer.ParameterSpec;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.surgery.Decimation;
import org.maskwright.network.weights.surgery.Widening;

/** Compares arrays with a network's parameters, name by name, before a single number is read. */
final class Fitting {

  private static final List<String> HEADS = List.of("head.", "auxiliary.", "context.");

  private final Map<String, Tensor> given;
  private final boolean strict;
  private final Map<String, Tensor> fitted = new LinkedHashMap<>();
  private final List<String> fresh = new ArrayList<>();
  private final List<String> thinned = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> misshapen = new ArrayList<>();
  private final List<String> extra = new ArrayList<>();

  Fitting(Map<String, Tensor> given, List<ParameterSpec> parameters, Strictness strictness) {
    this.given = given;
    this.strict = strictness == Strictness.EVERYTHING;
    extra.addAll(given.keySet());
    for (ParameterSpec parameter : parameters) {
      extra.remove(parameter.name());
      fit(parameter);
    }
  }

  private void fit(ParameterSpec parameter) {
    Tensor tensor = given.get(parameter.name());
    Shape wanted = new Shape(parameter.shape());
    if (tensor == null) {
      (mayStartAnew(parameter.name()) ? fresh : missing).add(parameter.name());
    } else if (tensor.shape().equalsSqueezed(wanted)) {
      fitted.put(parameter.name(), tensor.reshaped(wanted));
    } else if (mayBeWidened(parameter.name()) && Widening.applies(tensor.shape(), wanted)) {
      fitted.put(parameter.name(), Widening.apply(tensor, wanted));
      thinned.add(parameter.name() + " from " + tensor.shape() + " to " + wanted);
    } else if (mayBeThinned(parameter.name()) && Decimation.applies(tensor.shape(), wanted)) {
      fitted.put(parameter.name(), Decimation.apply(tensor, wanted));
      thinned.add(parameter.name() + " from " + tensor.shape() + " to " + wanted);
    } else {
      misshapen.add(parameter.name() + " " + tensor.shape() + " in place of " + wanted);
    }
  }

  private boolean mayStartAnew(String name) {
    boolean ofHead = HEADS.stream().anyMatch(name::startsWith);
    return !strict && (ofHead || ParameterRole.of(name) != ParameterRole.OTHER);
  }

  private boolean mayBeWidened(String name) {
    return !strict && name.startsWith("context.projection.");
  }

  private boolean mayBeThinned(String name) {
    return !strict && (name.startsWith("fc6.") || name.startsWith("fc7."));
  }

  /** By parameter, the array that belongs there, in its shape. */
  Map<String, Tensor> fitted() {
    return fitted;
  }

  FitReport report() {
    return new FitReport(fresh, thinned);
  }

  Mismatch mismatch() {
    return new Mismatch(missing, extra, misshapen);
  }
}
