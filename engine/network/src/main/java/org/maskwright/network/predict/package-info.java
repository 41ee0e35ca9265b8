/** Prediction: images in, classes and how sure they are out. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.predict;
