/** How well labels agree with the truth, and how many clicks it takes to get there. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.metric;
