/** The page on which a person makes the window their own: looks, language, defaults and keys. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.settings;
