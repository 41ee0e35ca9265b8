/**
 * Networks by description: one class a trunk, one builder of heads, three variants in one graph.
 */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.architecture;
