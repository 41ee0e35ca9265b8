/** The one loader of images: from a file to pixels that screen and network share. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.image;
