package org.maskwright.network.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.maskwright.data.dataset.SplitProblem;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.ProblemCode;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells a person in one sentence what went wrong. What nobody foresaw goes to the log with its
 * trace, and the sentence says where that is.
 */
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  /** What only the parts behind the command line know to be no argument. */
  private static final Set<ProblemCode> ABOUT_ARGUMENTS =
      Set.of(
          FormatProblem.UNKNOWN_FORMAT,
          FormatProblem.UNKNOWN_OPTION,
          FormatProblem.BAD_OPTION,
          SplitProblem.BAD_SHARES,
          SplitProblem.BAD_PATTERN);

  private final FailureLog log;

  public Failures(FailureLog log) {
    this.log = log;
  }

  @Override
  public int handleExecutionException(Exception exception, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    err.println(sentence(exception));
    boolean verbose = line.getCommand() instanceof ProgramCommand command && command.verbose();
    if (verbose) {
      exception.printStackTrace(err);
    }
    if (!isForeseen(exception)) {
      err.println(whereTheTraceIs(exception));
    }
    err.flush();
    return exitCode(exception);
  }

  @Override
  public int handleParseException(ParameterException exception, String[] arguments) {
    CommandLine line = exception.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(exception.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(exception, err)) {
      err.println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
    }
    err.flush();
    return ExitCodes.BAD_ARGUMENTS;
  }

  static int exitCode(Exception exception) {
    boolean bad =
        exception instanceof DataException data
            ? ABOUT_ARGUMENTS.contains(data.problem().code())
            : exception instanceof ParameterException;
    return bad ? ExitCodes.BAD_ARGUMENTS : ExitCodes.FAILED;
  }

  private String whereTheTraceIs(Exception exception) {
    try {
      Path file = log.append(exception);
      return "The details are in " + file + ".";
    } catch (IOException e) {
      return "The details could not be written to " + log.file() + ": " + sentence(e);
    }
  }

  private static boolean isForeseen(Exception exception) {
    return exception instanceof DataException
        || exception instanceof CancellationException
        || exception instanceof NoSuchFileException
        || exception instanceof AccessDeniedException
        || exception instanceof FileAlreadyExistsException;
  }

  static String sentence(Exception exception) {
    if (exception instanceof DataException || exception instanceof ParameterException) {
      return String.valueOf(exception.getMessage());
    }
    if (exception instanceof CancellationException) {
      return "Cancelled.";
    }
    if (exception instanceof NoSuchFileException missing) {
      return "There is no " + missing.getFile() + ". Check how the path is spelt.";
    }
    if (exception instanceof AccessDeniedException denied) {
      return "Access to "
          + denied.getFile()
          + " is denied. Check its permissions and its folder's.";
    }
    if (exception instanceof FileAlreadyExistsException taken) {
      return "There is already a " + taken.getFile() + ". Choose another name.";
    }
    String name = exception.getClass().getSimpleName();
    String message = exception.getMessage();
    return "Something unexpected happened: " + (message == null ? name : name + ": " + message);
  }
}
