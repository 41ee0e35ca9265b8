package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.ProblemCode;

/** Asserts that something is refused with a certain typed error. */
final class Problems {

  private Problems() {}

  static void assertProblem(ProblemCode expected, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DataException.class, e -> assertThat(e.problem().code()).isEqualTo(expected));
  }
}
