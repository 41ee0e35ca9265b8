/** Giving masks away and taking them in: what would be lost is said before anything is written. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.exchange;
