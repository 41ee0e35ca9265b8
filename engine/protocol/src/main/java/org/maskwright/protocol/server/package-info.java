/** The engine's end of the wire: who may come in, and what is said when something is refused. */
@org.jspecify.annotations.NullMarked
package org.maskwright.protocol.server;
