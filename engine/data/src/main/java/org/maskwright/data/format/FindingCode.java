package org.maskwright.data.format;

import org.maskwright.data.problem.ProblemCode;

/**
 * What a preflight can find. Each format has an enum of its own beside {@link CommonFinding}. In
 * the sentence {@code {0}} is the count and {@code {1}} are examples.
 */
public interface FindingCode extends ProblemCode {

  Severity severity();
}
