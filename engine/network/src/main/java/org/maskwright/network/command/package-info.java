/** The subcommands of the command line and what they share: reports, progress, failures. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.command;
