/** Work off the toolkit's thread, and its results back on it. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.task;
