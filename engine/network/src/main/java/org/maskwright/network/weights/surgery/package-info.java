/** Exact changes to weights on their way into a network. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.weights.surgery;
