/**
 * Clicks on objects: what is looked at, what is known from colours alone, and what clicks decide.
 */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.click;
