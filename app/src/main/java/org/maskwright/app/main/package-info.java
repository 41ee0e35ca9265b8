/** The window's frame; the only feature that composes others. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.main;
