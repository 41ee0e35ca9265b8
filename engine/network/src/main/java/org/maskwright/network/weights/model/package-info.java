/**
 * Models: a network's description, its weights, its classes and where they come from, in a file.
 */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.weights.model;
