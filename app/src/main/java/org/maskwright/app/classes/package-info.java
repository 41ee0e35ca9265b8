/** The classes of the project: how they look, which key each has, and how much of each there is. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.classes;
