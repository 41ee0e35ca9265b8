/** The walls of the house, as tests of every module. */
@org.jspecify.annotations.NullMarked
package org.maskwright.architecture;
