package org.centralino.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tokens that no service may take, each made of a good one, or of one that is good elsewhere.
public final class BadTokens {
    private BadTokens() {}

    /// @return the tokens by what is wrong with them
    public static Map<String, String> byFault() {
        var good = Operators.token("carla").split("\\.");
        var header = new String(Base64.getUrlDecoder().decode(good[0]), StandardCharsets.UTF_8);
        var claims = new String(Base64.getUrlDecoder().decode(good[1]), StandardCharsets.UTF_8);
        var symmetric = encoded(header.replace("RS256", "HS256")) + "." + good[1];
        var promoted = encoded(claims.replace("conversation.reply", "team.manage"));

        var bad = new LinkedHashMap<String, String>();
        bad.put("what is no token", "abc");
        bad.put("a token without a signature", encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + good[1] + ".");
        bad.put("a token that was signed with the public key", symmetric + "." + signed(symmetric));
        bad.put("a token whose rights were altered", good[0] + "." + promoted + "." + good[2]);
        bad.put("a token that was cut", good[0] + "." + good[1] + "." + good[2].substring(2));
        bad.put("a token of another realm", Operators.administratorsToken());
        bad.put("an id token", Operators.idToken("carla"));
        return bad;
    }

    private static String signed(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Operators.publicKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return encoded(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
