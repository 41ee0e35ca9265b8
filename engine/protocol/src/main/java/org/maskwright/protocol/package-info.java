/** What both programs have to know of each other: versions, limits, names, refusals. */
@org.jspecify.annotations.NullMarked
package org.maskwright.protocol;
