/** The JSON of COCO: pictures, classes, and objects as polygons or run lengths. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.format.coco;
