/** The few layers that DL4J lacks or does slowly, all of them channels-last. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.layer;
