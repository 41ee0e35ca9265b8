/** Projects meet formats: what is brought in, and what is given away. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.exchange;
