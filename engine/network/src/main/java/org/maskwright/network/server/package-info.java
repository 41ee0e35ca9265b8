/** The engine as a program: what it answers to windows. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.server;
