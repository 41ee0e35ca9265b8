/** What the tests of every module share. */
@org.jspecify.annotations.NullMarked
package org.maskwright.testing;
