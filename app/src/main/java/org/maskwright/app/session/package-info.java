/** What all features share: the settings, the open project and the image on show. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.session;
