package org.maskwright.network;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.maskwright.data.program.ProgramVersion;
import org.maskwright.data.program.UserFolders;
import org.maskwright.network.backend.GraphicsCard;
import org.maskwright.network.command.ArchitecturesCommand;
import org.maskwright.network.command.BenchCommand;
import org.maskwright.network.command.ClicksCommand;
import org.maskwright.network.command.CompareCommand;
import org.maskwright.network.command.EvaluateCommand;
import org.maskwright.network.command.ExportCommand;
import org.maskwright.network.command.FailureLog;
import org.maskwright.network.command.Failures;
import org.maskwright.network.command.FitCommand;
import org.maskwright.network.command.FormatsCommand;
import org.maskwright.network.command.ImportCommand;
import org.maskwright.network.command.InfoCommand;
import org.maskwright.network.command.ModelsCommand;
import org.maskwright.network.command.PredictCommand;
import org.maskwright.network.command.SampleCommand;
import org.maskwright.network.command.ServeCommand;
import org.maskwright.network.command.SplitCommand;
import org.maskwright.network.command.StatsCommand;
import org.maskwright.network.command.TrainClicksCommand;
import org.maskwright.network.command.TrainCommand;
import org.maskwright.network.command.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. A subcommand is one class in {@code command} and one line here. */
@Command(
    name = "maskwright",
    description = "A workbench for semantic segmentation.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      ArchitecturesCommand.class,
      BenchCommand.class,
      ClicksCommand.class,
      CompareCommand.class,
      EvaluateCommand.class,
      ExportCommand.class,
      FitCommand.class,
      FormatsCommand.class,
      ImportCommand.class,
      InfoCommand.class,
      ModelsCommand.class,
      PredictCommand.class,
      SampleCommand.class,
      ServeCommand.class,
      SplitCommand.class,
      StatsCommand.class,
      TrainClicksCommand.class,
      TrainCommand.class,
      VerifyCommand.class,
    },
    footer = {
      "  maskwright info",
      "  maskwright import --help",
      "  maskwright import fields VOC2012 --create VOC2012/JPEGImages",
      "  maskwright stats fields --json stats.json",
      "  maskwright export fields delivery.zip --format coco"
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    GraphicsCard.prepare();
    System.exit(commandLine().setOut(out).setErr(err).execute(arguments));
  }

  /** The whole command line; every help text ends with examples. */
  static CommandLine commandLine() {
    Failures failures = new Failures(new FailureLog(UserFolders.current().logs()));
    CommandLine line =
        new CommandLine(new Main())
            .setExecutionExceptionHandler(failures)
            .setParameterExceptionHandler(failures)
            .setCaseInsensitiveEnumValuesAllowed(true);
    withHeadings(line);
    return line;
  }

  private static void withHeadings(CommandLine line) {
    line.getCommandSpec()
        .usageMessage()
        .abbreviateSynopsis(false)
        .parameterListHeading("%nArguments:%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n")
        .footerHeading("%nExamples:%n");
    line.getSubcommands().values().forEach(Main::withHeadings);
  }

  /** Java's own streams take the encoding of the terminal, and lose letters where it has few. */
  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** The version line. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Maskwright " + ProgramVersion.current()};
    }
  }
}
