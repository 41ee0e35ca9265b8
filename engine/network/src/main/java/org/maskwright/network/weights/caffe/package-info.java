/** Caffe's .caffemodel, a protobuf message that is scanned, never loaded whole. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.weights.caffe;
