package id.narahubung.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.testing.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ReceivedFileTest {

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of("a.exe", Samples.pdf(), FileKind.PDF),
        Arguments.of("a.txt", Samples.png(20, 10), FileKind.PNG),
        Arguments.of("a.png", Samples.jpeg(20, 10), FileKind.JPEG),
        Arguments.of("a.zip", Samples.workbook(), FileKind.XLSX),
        Arguments.of("a.csv", Samples.text("nomor;ket\n1;é\n"), FileKind.CSV),
        Arguments.of("a.html", Samples.text("<script>alert(1)</script>"), FileKind.TXT),
        Arguments.of("a.txt", "tangkapan".getBytes(StandardCharsets.UTF_16), FileKind.TXT));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_bytes_tell_the_kind_whatever_the_name(String name, byte[] bytes, FileKind kind)
      throws FileFault {
    try (ReceivedFile file = receive(bytes, name)) {
      assertThat(file.kind()).isEqualTo(kind);
      assertThat(file.size()).isEqualTo(bytes.length);
    }
  }

  static Stream<Arguments> refused() {
    byte[] png = Samples.png(200, 100);
    byte[] jpeg = Samples.jpeg(200, 100);
    return Stream.of(
        Arguments.of("nothing", new byte[0], "evidence.fault.empty"),
        Arguments.of("a program", Samples.text("MZ\0\0\1\2"), "evidence.fault.kind"),
        Arguments.of(
            "a picture of another kind", Samples.text("GIF89a\1\0"), "evidence.fault.kind"),
        Arguments.of("bytes", new byte[] {1, 2, 3, (byte) 0xc3}, "evidence.fault.kind"),
        Arguments.of("no UTF-8", new byte[] {'c', 'a', 'f', (byte) 0xe9}, "evidence.fault.kind"),
        Arguments.of("an archive", Samples.zip("a.txt"), "evidence.fault.kind"),
        Arguments.of(
            "a workbook with macros",
            Samples.zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"),
            "evidence.fault.kind"),
        Arguments.of("half an archive", Samples.text("PK\3\4..."), "evidence.fault.kind"),
        Arguments.of(
            "the first half of a PNG",
            Arrays.copyOf(png, png.length / 2),
            "evidence.fault.picture"),
        Arguments.of(
            "the first half of a JPEG",
            Arrays.copyOf(jpeg, jpeg.length / 2),
            "evidence.fault.picture"),
        Arguments.of("a signature and nothing", Arrays.copyOf(png, 8), "evidence.fault.picture"),
        Arguments.of("a bomb", Samples.bomb(24_000, 24_000), "evidence.fault.pixels"),
        Arguments.of("a line", Samples.bomb(40_000, 8), "evidence.fault.pixels"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void what_is_none_of_ours_is_refused(String what, byte[] bytes, String key) {
    assertThatThrownBy(() -> receive(bytes, "bukti.png"))
        .as(what)
        .isInstanceOfSatisfying(FileFault.class, e -> assertThat(e.key()).isEqualTo(key));
  }

  @Test
  void one_byte_too_many_is_refused_and_the_rest_not_read() throws IOException {
    InputStream endless = new ByteArrayInputStream(new byte[2 * ReceivedFile.MOST_BYTES]);
    assertThatThrownBy(() -> ReceivedFile.of(endless, "a.txt"))
        .isInstanceOfSatisfying(
            FileFault.class, e -> assertThat(e.key()).isEqualTo("evidence.fault.too_large"));
    assertThat(endless.available()).isGreaterThan(ReceivedFile.MOST_BYTES / 2);
  }

  @Test
  void a_file_is_gone_from_disk_when_it_is_closed() throws FileFault {
    ReceivedFile file = receive(Samples.pdf(), "a.pdf");
    assertThat(file.path()).exists();
    file.close();
    assertThat(file.path()).doesNotExist();
    assertThat(file.sha256())
        .isEqualTo("5a838678058f6de375e8635b5f2fea47a4e5f07cb1a882a44b10f39abc6f34ff");
  }

  @Test
  void a_name_keeps_no_path_and_nothing_that_turns_it_round() {
    assertThat(ReceivedFile.clean("C:\\Users\\Budi\\foto.png")).isEqualTo("foto.png");
    assertThat(ReceivedFile.clean("../../etc/passwd")).isEqualTo("passwd");
    assertThat(ReceivedFile.clean("a\u202egnp.exe\r\nX: y")).isEqualTo("agnp.exeX: y");
    assertThat(ReceivedFile.clean("x".repeat(400) + ".png")).hasSize(150).endsWith(".png");
    assertThat(FileKind.TXT.named("halaman.html")).isEqualTo("halaman.html.txt");
    assertThat(FileKind.JPEG.named("a.JPEG")).isEqualTo("a.JPEG");
  }

  @Test
  void the_shown_copy_has_nothing_but_pixels() throws Exception {
    byte[] photo = Samples.joined(Samples.jpeg(400, 300), Samples.text("<script>x</script>"));
    assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(Samples.PLACE);

    byte[] shown = Picture.shown(new ByteArrayInputStream(photo), FileKind.JPEG);

    assertThat(new String(shown, StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif", "GPS", "Budi", "script");
    assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getWidth()).isEqualTo(400);
  }

  @Test
  void a_large_picture_is_shown_smaller() throws Exception {
    byte[] shown =
        Picture.shown(new ByteArrayInputStream(Samples.bomb(8_000, 4_000)), FileKind.PNG);
    assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getWidth()).isEqualTo(1_600);
  }

  private static ReceivedFile receive(byte[] bytes, String name) throws FileFault {
    return ReceivedFile.of(new ByteArrayInputStream(bytes), name);
  }
}
