/** Keras' files of weights. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.weights.keras;
