/** The gate: two models on the same images, and whether the second one is better. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.gate;
