/** Sets of pixels: as runs, as connected parts, as bitmaps, and the commands that work on them. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.region;
