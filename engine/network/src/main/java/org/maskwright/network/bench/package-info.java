/** How fast the networks are on this machine. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.bench;
