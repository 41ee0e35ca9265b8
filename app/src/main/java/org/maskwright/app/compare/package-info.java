/** The image on show: what a network says about it, and the mask that a person paints. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.compare;
