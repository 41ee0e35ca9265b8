/** How far the image on show is, and the second look at what is done. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.review;
