/** Regions as outlines and back: tracing, splitting at holes, filling as the formats fill. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.format.geometry;
