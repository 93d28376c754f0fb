package org.centralino.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Properties;
import org.centralino.events.Topics;
import org.junit.jupiter.api.Test;

class ChannelsTest {

    @Test
    void the_service_hears_conversations_and_the_platform_and_nothing_else() throws IOException {
        var settings = new Properties();
        try (var file = ChannelsTest.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }

        assertThat(settings.stringPropertyNames())
                .filteredOn(name -> name.startsWith("mp.messaging.") && name.endsWith(".topic"))
                .extracting(settings::getProperty)
                .containsExactlyInAnyOrder(Topics.CONVERSATION, Topics.WHATSAPP);
        assertThat(settings.stringPropertyNames())
                .filteredOn(name -> name.startsWith("mp.messaging."))
                .noneMatch(name -> name.endsWith(".topics") || name.contains(".outgoing."));
        assertThat(settings.values()).noneMatch(value -> value.toString().contains("notes"));
    }
}
