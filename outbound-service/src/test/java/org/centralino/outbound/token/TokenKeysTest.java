package org.centralino.outbound.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.centralino.outbound.token.TokenKeys.CannotOpenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenKeysTest {
    private static final String NUMBER = "510000000000023";
    private static final String TOKEN = "EAAGfictive7tokenZD";
    private static final String OLD = "spring:" + key(1);
    private static final String NEW = "autumn:" + key(2);

    private final TokenKeys keys = TokenKeys.of(List.of(OLD));

    @Test
    void what_was_sealed_opens_and_shows_nothing_of_the_token() throws CannotOpenException {
        var sealed = keys.seal(TOKEN, NUMBER);

        assertThat(sealed).startsWith("v1:spring:").doesNotContain(TOKEN);
        assertThat(keys.open(sealed, NUMBER)).isEqualTo(TOKEN);
    }

    @Test
    void the_same_token_is_sealed_differently_each_time() {
        assertThat(keys.seal(TOKEN, NUMBER)).isNotEqualTo(keys.seal(TOKEN, NUMBER));
    }

    @Test
    void one_that_was_sealed_for_another_number_stays_shut() {
        var sealed = keys.seal(TOKEN, NUMBER);

        assertThatThrownBy(() -> keys.open(sealed, "510000000000024"))
                .isInstanceOf(CannotOpenException.class)
                .hasMessage("it was changed, or belongs to another number");
    }

    @Test
    void one_that_was_changed_stays_shut() {
        var sealed = keys.seal(TOKEN, NUMBER);
        var letter = sealed.charAt(sealed.length() - 6);
        var changed = sealed.substring(0, sealed.length() - 6)
                + (letter == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 5);

        assertThatThrownBy(() -> keys.open(changed, NUMBER)).isInstanceOf(CannotOpenException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "v1:spring", "v1:spring:", "v1:spring:!!!", "v1:spring:AAAA", "v2:spring:AAAA"})
    void what_is_no_sealed_token_stays_shut(String rubbish) {
        assertThatThrownBy(() -> keys.open(rubbish, NUMBER)).isInstanceOf(CannotOpenException.class);
    }

    @Test
    void a_key_that_is_gone_is_named() {
        var sealed = keys.seal(TOKEN, NUMBER);

        assertThatThrownBy(() -> TokenKeys.of(List.of(NEW)).open(sealed, NUMBER))
                .hasMessage("its key, spring, is not among those that are set");
    }

    @Test
    void the_first_key_seals_and_the_others_still_open() throws CannotOpenException {
        var before = keys.seal(TOKEN, NUMBER);
        var both = TokenKeys.of(List.of(NEW, OLD));

        assertThat(both.open(before, NUMBER)).isEqualTo(TOKEN);
        assertThat(both.isCurrent(before)).isFalse();
        assertThat(both.isCurrent(both.seal(TOKEN, NUMBER))).isTrue();
    }

    @Test
    void without_a_key_nothing_is_sealed() {
        assertThat(TokenKeys.of(List.of()).isEmpty()).isTrue();
        assertThat(keys.isEmpty()).isFalse();
    }

    @Test
    void a_key_of_another_form_is_refused_without_being_shown() {
        assertThatThrownBy(() -> TokenKeys.of(List.of("spring:c2hvcnQ=")))
                .hasMessage(
                        "The key spring for access tokens is not 32 bytes in base64. Make one with: openssl rand -base64 32");
        assertThatThrownBy(() -> TokenKeys.of(List.of("secret-without-a-name")))
                .hasMessage(
                        "Key 1 for access tokens has no name: write name:key, the name in small letters, digits and hyphens.");
        assertThatThrownBy(() -> TokenKeys.of(List.of(OLD, OLD)))
                .hasMessage("Two keys for access tokens are called spring.");
    }

    private static String key(int filledWith) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) filledWith);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
