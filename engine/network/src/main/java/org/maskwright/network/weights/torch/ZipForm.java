package org.maskwright.network.weights.torch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.Opened;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.archive.Archive;
import org.maskwright.network.weights.archive.Member;

/** The form since PyTorch 1.6: a zip, nothing in it compressed. */
final class ZipForm implements Form {

  private static final String PICKLE = "data.pkl";
  private static final int MAX_PICKLE = 16 << 20;

  private final Archive archive;
  private final String folder;
  private final Pickled root;

  private ZipForm(Archive archive) throws IOException {
    this.archive = archive;
    this.folder =
        folder(archive)
            .orElseThrow(
                () ->
                    DataException.of(
                        WeightsProblem.DAMAGED, archive.name(), "as a zip it has no " + PICKLE));
    checkOrder();
    byte[] pickle = member(PICKLE).toBytes(MAX_PICKLE);
    this.root = new Unpickler(archive.name(), new PickleBytes(archive.name(), pickle)).read();
  }

  static ZipForm open(Path path) throws IOException {
    return Opened.read(Archive.open(path), ZipForm::new);
  }

  /** What everything lies in: by and by torch called it archive, or as the file. */
  static Optional<String> folder(Archive archive) {
    return archive.names().stream()
        .filter(name -> name.indexOf('/') == name.length() - PICKLE.length() - 1)
        .filter(name -> name.endsWith("/" + PICKLE))
        .map(name -> name.substring(0, name.length() - PICKLE.length()))
        .findFirst();
  }

  private void checkOrder() throws IOException {
    Optional<Member> order = archive.member(folder + "byteorder");
    if (order.isPresent()
        && !new String(order.get().toBytes(16), StandardCharsets.US_ASCII).equals("little")) {
      throw DataException.of(
          WeightsProblem.DAMAGED, archive.name(), "its numbers have their highest byte first");
    }
  }

  @Override
  public Path path() {
    return archive.path();
  }

  @Override
  public Pickled root() {
    return root;
  }

  @Override
  public Place place(Pickled.Storage storage) throws IOException {
    Member member = member("data/" + storage.key());
    return new Place(member, 0, member.storedSize() / storage.type().bytes());
  }

  private Member member(String name) throws DataException {
    return archive
        .member(folder + name)
        .orElseThrow(
            () ->
                DataException.of(
                    WeightsProblem.DAMAGED,
                    archive.name(),
                    "there is no \"" + folder + name + "\" in it"));
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
