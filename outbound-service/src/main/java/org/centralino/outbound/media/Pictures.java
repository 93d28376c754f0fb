package org.centralino.outbound.media;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import jakarta.inject.Singleton;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Makes pictures small. A picture comes from a stranger: its size is read before it is decoded,
/// and one is decoded at a time.
@Singleton
public class Pictures {
    private static final Logger LOG = Logger.getLogger(Pictures.class);
    private static final long MOST_PIXELS = 25_000_000;
    /// Of a format whose reader holds all of a picture, however little of it is wanted.
    private static final long MOST_PIXELS_HELD = 4_000_000;

    private static final int THUMBNAIL = 320;
    /// The turns that a camera writes down (EXIF), of which from here on width and height change places.
    private static final int FIRST_ON_ITS_SIDE = 5;

    private final Object oneAtATime = new Object();

    static {
        ImageIO.setUseCache(false);
        ImageIO.scanForPlugins();
    }

    /// A picture as it is shown.
    ///
    /// @param thumbnail null when it could not be decoded, or was too large for that
    record Picture(int width, int height, @Nullable Thumbnail thumbnail) {}

    /// @param format `png` when something shines through, else `jpg`
    public record Thumbnail(Path file, String format) {
        public String mimeType() {
            return format.equals("png") ? "image/png" : "image/jpeg";
        }
    }

    /// @param folder where the small form is put
    /// @return nothing when it is no picture that can be read
    Optional<Picture> look(Path file, Path folder) {
        synchronized (oneAtATime) {
            try (var input = new FileImageInputStream(file.toFile())) {
                var readers = ImageIO.getImageReaders(input);
                return readers.hasNext() ? Optional.of(look(readers.next(), input, file, folder)) : Optional.empty();
            } catch (IOException | RuntimeException broken) {
                // Readers fail in many ways on what a stranger made up.
                LOG.debugf("No picture: %s", broken.getClass().getSimpleName());
                return Optional.empty();
            }
        }
    }

    private static Picture look(ImageReader reader, FileImageInputStream input, Path file, Path folder)
            throws IOException {
        try {
            reader.setInput(input, false, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            var turn = turnOf(file);
            var isOnItsSide = turn >= FIRST_ON_ITS_SIDE;
            return new Picture(
                    isOnItsSide ? height : width,
                    isOnItsSide ? width : height,
                    (long) width * height > mostPixels(reader) ? null : thumbnail(reader, width, height, turn, folder));
        } finally {
            reader.dispose();
        }
    }

    private static long mostPixels(ImageReader reader) throws IOException {
        return reader.getFormatName().equalsIgnoreCase("webp") ? MOST_PIXELS_HELD : MOST_PIXELS;
    }

    private static @Nullable Thumbnail thumbnail(ImageReader reader, int width, int height, int turn, Path folder) {
        try {
            var parameters = reader.getDefaultReadParam();
            var step = Math.max(1, Math.min(width, height) / (2 * THUMBNAIL));
            parameters.setSourceSubsampling(step, step, 0, 0);
            var small = turned(scaled(reader.read(0, parameters)), turn);
            var format = small.getColorModel().hasAlpha() ? "png" : "jpg";
            var file = folder.resolve("small");
            return ImageIO.write(small, format, file.toFile()) ? new Thumbnail(file, format) : null;
        } catch (IOException | RuntimeException broken) {
            LOG.debugf("No small form: %s", broken.getClass().getSimpleName());
            return null;
        }
    }

    private static BufferedImage scaled(BufferedImage image) {
        var scale = Math.min(1.0, (double) THUMBNAIL / Math.max(image.getWidth(), image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        return drawn(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), width, height, image, null);
    }

    private static BufferedImage turned(BufferedImage image, int turn) {
        var width = image.getWidth();
        var height = image.getHeight();
        var way = switch (turn) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> null;
        };
        if (way == null) {
            return image;
        }
        var isOnItsSide = turn >= FIRST_ON_ITS_SIDE;
        return drawn(image, isOnItsSide ? height : width, isOnItsSide ? width : height, image, way);
    }

    private static BufferedImage drawn(
            Image image, int width, int height, BufferedImage like, @Nullable AffineTransform way) {
        var type = like.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var drawn = new BufferedImage(width, height, type);
        var pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, way == null ? new AffineTransform() : way, null);
        pen.dispose();
        return drawn;
    }

    /// How the camera was held. No reader of pictures minds it by itself.
    private static int turnOf(Path file) {
        try {
            var directory = JpegMetadataReader.readMetadata(file.toFile(), List.of(new ExifReader()))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return directory == null || !directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? 1
                    : directory.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        } catch (JpegProcessingException | MetadataException | IOException | RuntimeException unreadable) {
            return 1;
        }
    }
}
