package org.centralino.system.load;

import java.util.Map;
import org.centralino.system.stack.Simulator;

/// Small files that the platform has, for messages that name them again and again.
final class Samples {
    private static final String PHOTO = """
            /9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////
            ////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=""".replace("\n", "");
    private static final String VOICE = """
            T2dnUwACAAAAAAAAAABUTkVDAAAAAGgSlkoBE09wdXNIZWFkAQE4AYC7AAAAAABPZ2dTAAAAAAAAAAAAAFRORUMBAAAA+eOyFwEQT3B1c1Rh
            Z3MAAAAAAAAAAE9nZ1MABMADAAAAAAAAVE5FQwIAAADkNngBAQP4//4=""".replace("\n", "");
    private static final String STICKER = "UklGRhgAAABXRUJQVlA4TAwAAAAvf8AfEGhu6SvU/wA=";

    private Samples() {}

    /// @return their ids on the platform
    static Map<String, String> sentTo(Simulator platform) {
        var customer = platform.customer("Marco De Santis");
        return Map.of(
                "photo",
                platform.sendsFile(customer, "image", Map.of("mime_type", "image/jpeg", "data", PHOTO)),
                "voice",
                platform.sendsFile(
                        customer, "audio", Map.of("mime_type", "audio/ogg; codecs=opus", "voice", true, "data", VOICE)),
                "sticker",
                platform.sendsFile(customer, "sticker", Map.of("mime_type", "image/webp", "data", STICKER)));
    }
}
