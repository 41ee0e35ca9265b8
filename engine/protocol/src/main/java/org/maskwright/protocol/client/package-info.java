/** The window's end of the wire. */
@org.jspecify.annotations.NullMarked
package org.maskwright.protocol.client;
