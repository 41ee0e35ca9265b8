/** What every view of an image is made of: viewport, compositor, control. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.canvas;
