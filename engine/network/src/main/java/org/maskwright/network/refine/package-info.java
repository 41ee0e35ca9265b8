/** Draws a network's answer to the borders that the image itself shows. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.refine;
