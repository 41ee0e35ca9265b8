/** Predicting a whole project, and the order in which its images deserve a look. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.queue;
