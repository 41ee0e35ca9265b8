/**
 * Deeplearning4j's zips of a network, of which only parameters are read. No class named in one is
 * loaded.
 */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.weights.dl4j;
