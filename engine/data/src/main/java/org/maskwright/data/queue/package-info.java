/** Which image to look at next, and why. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.queue;
