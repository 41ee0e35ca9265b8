/** Where on earth an image is, carried along to the masks that are exported from it. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.image.geo;
