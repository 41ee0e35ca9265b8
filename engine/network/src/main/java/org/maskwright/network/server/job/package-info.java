/** Jobs: what is to be trained, in which order, and what became of it. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.server.job;
