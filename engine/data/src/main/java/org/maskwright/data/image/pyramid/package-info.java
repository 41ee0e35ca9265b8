/** Images at all scales for a canvas: in memory, or from tiles on disk where they are too large. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.image.pyramid;
