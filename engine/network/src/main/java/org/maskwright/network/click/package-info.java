/** Selecting objects by clicks: the network that is told of them, its training and its use. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.click;
