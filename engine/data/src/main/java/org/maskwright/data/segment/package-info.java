/** Finds areas in an image's pixels: what tools propose when a person points at something. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.segment;
