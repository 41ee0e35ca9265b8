/** Named arrays of numbers in files, whatever the format that holds them. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.weights;
