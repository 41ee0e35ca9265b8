/** Contents that windows have sent, by their hash. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.server.content;
