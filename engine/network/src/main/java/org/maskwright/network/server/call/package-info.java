/** How calls are answered, and what is told meanwhile. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.server.call;
