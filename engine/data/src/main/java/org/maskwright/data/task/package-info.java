/** How long work reports and is cancelled. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.task;
