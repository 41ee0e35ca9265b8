/** Quick fits: scores learned anew on features that the trunk computed once. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.quick;
