/** Which model a project works with, and who decided so when. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.promotion;
