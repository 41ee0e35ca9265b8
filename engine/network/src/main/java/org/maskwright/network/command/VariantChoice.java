package org.maskwright.network.command;

import java.util.List;
import java.util.Locale;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.Variant;

/** Finds the variant of a model that a person named. */
final class VariantChoice {

  private VariantChoice() {}

  static Variant of(List<Variant> all, String label) throws DataException {
    return all.stream()
        .filter(v -> v.label().equals(label.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                DataException.of(
                    CommandProblem.NO_VARIANT,
                    label,
                    String.join(", ", all.stream().map(Variant::label).toList())));
  }
}
