/** From somebody else's file of weights to a model of ours. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.weights.importing;
