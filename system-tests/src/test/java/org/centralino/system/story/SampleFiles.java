package org.centralino.system.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/// Files as people have them on their computers and phones.
final class SampleFiles {
    /// As WhatsApp takes stickers: 512 by 512 pixels.
    private static final String STICKER = """
            () => { const canvas = document.createElement('canvas'); canvas.width = canvas.height = 512;
              const pen = canvas.getContext('2d'); pen.fillStyle = '#f2c14e'; pen.arc(256, 256, 250, 0, 7); pen.fill();
              return canvas.toDataURL('image/webp').split(',')[1]; }""";

    private SampleFiles() {}

    static FilePayload photo(String name) {
        return new FilePayload(name, "image/jpeg", photo());
    }

    static byte[] photo() {
        var picture = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x2b7a5f), 1600, 1200, new Color(0xf2c14e)));
        pen.fillRect(0, 0, 1600, 1200);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// A head, and nothing to be seen.
    static FilePayload video(String name) {
        return new FilePayload(
                name, "video/mp4", "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom\0\0\0\bmdat".getBytes(ISO_8859_1));
    }

    static FilePayload document(String name) {
        return new FilePayload(name, "application/pdf", document());
    }

    static byte[] document() {
        return "%PDF-1.4\n".getBytes(UTF_8);
    }

    /// @param page of the browser that draws it
    static FilePayload sticker(String name, Page page) {
        return new FilePayload(name, "image/webp", Base64.getDecoder().decode((String) page.evaluate(STICKER)));
    }
}
