/** What an image says about itself before a pixel of it is decoded. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.image.header;
