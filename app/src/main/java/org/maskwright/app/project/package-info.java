/** Opening and creating projects, and the list of their images. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.project;
