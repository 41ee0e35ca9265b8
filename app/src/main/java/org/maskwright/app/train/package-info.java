/** Fine-tuning: what is learned from, how it goes, and whether it helped. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.train;
