/** Zip files that hold weights, read as hostile. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.weights.archive;
