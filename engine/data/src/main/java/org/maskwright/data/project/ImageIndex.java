package org.maskwright.data.project;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The list of a project's images in the user's cache, so that a hundred thousand of them are there
 * at once. It holds nothing that is not in the folders: if it is damaged, old or gone, it is made
 * anew. Safe for use by several threads.
 */
final class ImageIndex implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(ImageIndex.class);

  /** Another number makes old indexes be thrown away. */
  private static final int VERSION = 1;

  private static final String COLUMNS =
      "root, path, page, state, author, changed, size, modified, record_size, record_modified";

  private final Path file;
  private final Connection connection;

  private ImageIndex(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Opens the index of a project. Where it cannot be kept, it lasts as long as the program. */
  static ImageIndex open(Path cache, ProjectFolder folder) throws IOException {
    Path file = file(cache, folder);
    for (int attempt = 0; attempt < 2; attempt++) {
      try {
        Files.createDirectories(file.resolveSibling(""));
        return new ImageIndex(file, connect("jdbc:sqlite:" + file));
      } catch (SQLException | IOException e) {
        LOG.warn("The index {} is not usable and is made anew", file, e);
        delete(file);
      }
    }
    try {
      return new ImageIndex(file, connect("jdbc:sqlite::memory:"));
    } catch (SQLException e) {
      throw broken(file, e);
    }
  }

  static Path file(Path cache, ProjectFolder folder) {
    byte[] home = folder.home().toString().getBytes(StandardCharsets.UTF_8);
    return cache.resolve("index").resolve(MaskPaths.sha256(home).substring(0, 24) + ".sqlite");
  }

  private static void delete(Path file) {
    for (String ending : List.of("", "-wal", "-shm", "-journal")) {
      try {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
      } catch (IOException e) {
        LOG.warn("The index {} cannot be deleted", file, e);
      }
    }
  }

  private static Connection connect(String url) throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 10000");
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = NORMAL");
      prepare(statement);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static void prepare(Statement statement) throws SQLException {
    int version;
    try (ResultSet result = statement.executeQuery("PRAGMA user_version")) {
      version = result.getInt(1);
    }
    if (version == VERSION) {
      return;
    }
    statement.execute("DROP TABLE IF EXISTS image");
    statement.execute(
        "CREATE TABLE image (root TEXT NOT NULL, sort TEXT NOT NULL, path TEXT NOT NULL,"
            + " page INTEGER NOT NULL, state TEXT NOT NULL, author TEXT NOT NULL,"
            + " changed INTEGER NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,"
            + " record_size INTEGER NOT NULL, record_modified INTEGER NOT NULL,"
            + " PRIMARY KEY (root, sort, path, page)) WITHOUT ROWID");
    statement.execute("PRAGMA user_version = " + VERSION);
  }

  /** All lines, in the order in which people count. */
  synchronized List<IndexRow> rows() throws IOException {
    List<IndexRow> rows = new ArrayList<>();
    String query = "SELECT " + COLUMNS + " FROM image ORDER BY root, sort, path, page";
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        rows.add(row(result));
      }
      return rows;
    } catch (SQLException | IllegalArgumentException e) {
      throw broken(file, e);
    }
  }

  private static IndexRow row(ResultSet result) throws SQLException {
    ImageEntry entry =
        new ImageEntry(
            new ImageId(result.getString(1), result.getString(2), result.getInt(3)),
            ImageState.byId(result.getString(4)).orElse(ImageState.UNTOUCHED),
            result.getString(5),
            Instant.ofEpochMilli(result.getLong(6)),
            result.getLong(7),
            result.getLong(8));
    return new IndexRow(entry, result.getLong(9), result.getLong(10));
  }

  /** Takes lines in and others out, all or none of them. */
  synchronized void apply(Collection<IndexRow> put, Collection<ImageId> remove) throws IOException {
    try {
      connection.setAutoCommit(false);
      try {
        put(put);
        remove(remove);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw broken(file, e);
    }
  }

  private void put(Collection<IndexRow> rows) throws SQLException {
    String insert =
        "INSERT OR REPLACE INTO image (" + COLUMNS + ", sort) VALUES (?,?,?,?,?,?,?,?,?,?,?)";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      for (IndexRow row : rows) {
        ImageEntry entry = row.entry();
        key(statement, entry.image());
        statement.setString(4, entry.state().id());
        statement.setString(5, entry.author());
        statement.setLong(6, entry.changed().toEpochMilli());
        statement.setLong(7, entry.fileSize());
        statement.setLong(8, entry.fileModified());
        statement.setLong(9, row.recordSize());
        statement.setLong(10, row.recordModified());
        statement.setString(11, NaturalOrder.key(entry.image().path()));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void remove(Collection<ImageId> images) throws SQLException {
    String delete = "DELETE FROM image WHERE root = ? AND path = ? AND page = ? AND sort = ?";
    try (PreparedStatement statement = connection.prepareStatement(delete)) {
      for (ImageId image : images) {
        key(statement, image);
        statement.setString(4, NaturalOrder.key(image.path()));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void key(PreparedStatement statement, ImageId image) throws SQLException {
    statement.setString(1, image.root());
    statement.setString(2, image.path());
    statement.setInt(3, image.page());
  }

  /**
   * Notes the new state of an image. A failure is no loss: the next look at the folders heals it.
   */
  synchronized void update(ImageRecord image) {
    String update =
        "UPDATE image SET state = ?, author = ?, changed = ?, record_size = "
            + IndexRow.STALE
            + " WHERE root = ? AND path = ? AND page = ? AND sort = ?";
    try (PreparedStatement statement = connection.prepareStatement(update)) {
      statement.setString(1, image.state().id());
      statement.setString(2, image.author());
      statement.setLong(3, image.changed().toEpochMilli());
      statement.setString(4, image.image().root());
      statement.setString(5, image.image().path());
      statement.setInt(6, image.image().page());
      statement.setString(7, NaturalOrder.key(image.image().path()));
      statement.executeUpdate();
    } catch (SQLException e) {
      LOG.warn("The index {} missed a change", file, e);
    }
  }

  private static DataException broken(Path file, Exception cause) {
    return new DataException(
        Problem.of(ProjectProblem.INDEX_BROKEN, file, String.valueOf(cause.getMessage())), cause);
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw broken(file, e);
    }
  }
}
