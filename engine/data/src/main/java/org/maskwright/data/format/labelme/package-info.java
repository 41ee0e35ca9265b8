/** The JSON files of labelme: one a picture, shapes with names. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.format.labelme;
