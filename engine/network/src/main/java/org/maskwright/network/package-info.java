/** The networks and the command line. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network;
