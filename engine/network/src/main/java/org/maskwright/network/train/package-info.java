/** Training: losses, schedules, examples, checkpoints, and the loop around them. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.train;
