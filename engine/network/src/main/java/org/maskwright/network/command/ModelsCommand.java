package org.maskwright.network.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks after models: what there is, what is in it, and what others have made. */
@Command(
    name = "models",
    description = "List models, look into them, import the weights of others.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ModelsListCommand.class,
      ModelsShowCommand.class,
      ModelsBlendCommand.class,
      ModelsCheckCommand.class,
      ModelsFoldCommand.class,
      ModelsImportCommand.class,
      ModelsNewCommand.class,
      ModelsRelabelCommand.class,
    },
    footer = {
      "  maskwright models list",
      "  maskwright models new --help",
      "  maskwright models import --help"
    })
public final class ModelsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
