/** Typed errors: a code, its arguments, a sentence. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.problem;
