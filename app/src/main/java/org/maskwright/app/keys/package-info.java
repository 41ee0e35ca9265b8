/** One place that turns keys into commands. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.keys;
