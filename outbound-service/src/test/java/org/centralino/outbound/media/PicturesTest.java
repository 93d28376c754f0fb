package org.centralino.outbound.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
    private final Pictures pictures = new Pictures();

    @TempDir
    Path folder;

    @Test
    void a_picture_becomes_small_in_its_proportions() throws IOException {
        var picture = pictures.look(image(800, 200, BufferedImage.TYPE_INT_RGB, "jpg"), folder)
                .orElseThrow();

        assertThat(picture.width()).isEqualTo(800);
        var small = ImageIO.read(picture.thumbnail().file().toFile());
        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(small.getHeight()).isEqualTo(80);
    }

    @Test
    void what_shines_through_still_does() throws IOException {
        var picture = pictures.look(image(64, 64, BufferedImage.TYPE_INT_ARGB, "png"), folder)
                .orElseThrow();

        assertThat(picture.thumbnail().mimeType()).isEqualTo("image/png");
        assertThat(ImageIO.read(picture.thumbnail().file().toFile())
                        .getColorModel()
                        .hasAlpha())
                .isTrue();
    }

    @Test
    void a_photo_that_was_taken_upright_stands_upright() throws IOException {
        var jpeg = Files.readAllBytes(image(400, 300, BufferedImage.TYPE_INT_RGB, "jpg"));
        var picture = pictures.look(heldUpright(jpeg), folder).orElseThrow();

        assertThat(picture.width()).isEqualTo(300);
        assertThat(picture.height()).isEqualTo(400);
        assertThat(ImageIO.read(picture.thumbnail().file().toFile()).getHeight())
                .isEqualTo(320);
    }

    @Test
    void a_picture_that_would_fill_the_memory_is_not_decoded() throws IOException {
        var picture = pictures.look(bomb(30_000, 30_000), folder).orElseThrow();

        assertThat(picture.width()).isEqualTo(30_000);
        assertThat(picture.thumbnail()).isNull();
    }

    @Test
    void what_is_no_picture_has_no_small_form() throws IOException {
        var page = Files.writeString(folder.resolve("page"), "<html>");

        assertThat(pictures.look(page, folder)).isEmpty();
    }

    private Path image(int width, int height, int type, String format) throws IOException {
        var file = folder.resolve("image");
        ImageIO.write(new BufferedImage(width, height, type), format, file.toFile());
        return file;
    }

    /// What a phone writes behind the first two bytes when it is held upright: orientation 6.
    private Path heldUpright(byte[] jpeg) throws IOException {
        var exif = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(exif)) {
            out.write(jpeg, 0, 2);
            out.writeShort(0xffe1);
            out.writeShort(2 + 6 + 8 + 2 + 12 + 4);
            out.write("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1));
            out.writeInt(8);
            out.writeShort(1);
            out.writeShort(0x0112);
            out.writeShort(3);
            out.writeInt(1);
            out.writeShort(6);
            out.writeShort(0);
            out.writeInt(0);
            out.write(jpeg, 2, jpeg.length - 2);
        }
        return Files.write(folder.resolve("upright"), exif.toByteArray());
    }

    /// The beginning of a PNG that says how large it is.
    private Path bomb(int width, int height) throws IOException {
        var header = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(header)) {
            out.write("IHDR".getBytes(StandardCharsets.ISO_8859_1));
            out.writeInt(width);
            out.writeInt(height);
            out.write(new byte[] {1, 0, 0, 0, 0});
        }
        var sum = new CRC32();
        sum.update(header.toByteArray());
        var png = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(png)) {
            out.write("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
            out.writeInt(13);
            out.write(header.toByteArray());
            out.writeInt((int) sum.getValue());
            out.writeInt(0);
            out.write("IDAT".getBytes(StandardCharsets.ISO_8859_1));
            out.writeInt(0);
        }
        return Files.write(folder.resolve("bomb"), png.toByteArray());
    }
}
