/** Where translated weights meet a network: all of them fit, or nothing is loaded. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.weights.fitting;
