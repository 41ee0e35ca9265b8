/** A few sentences that lead through the first hour, one at a time, until they are dismissed. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.guide;
