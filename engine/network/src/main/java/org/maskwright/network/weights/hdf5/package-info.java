/**
 * The part of HDF5 that Keras writes: groups of contiguous arrays. Read as hostile, never mapped.
 */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.weights.hdf5;
