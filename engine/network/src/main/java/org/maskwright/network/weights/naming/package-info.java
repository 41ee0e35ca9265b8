/** What other people call the weights of the networks that are known here. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.weights.naming;
