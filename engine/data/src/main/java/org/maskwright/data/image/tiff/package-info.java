/** The structure of TIFF files: pages, tags, and the strips and tiles that hold the samples. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.image.tiff;
