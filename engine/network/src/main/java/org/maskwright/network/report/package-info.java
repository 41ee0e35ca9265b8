/** Evaluations and predictions as pages and pictures for people to look at. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.report;
