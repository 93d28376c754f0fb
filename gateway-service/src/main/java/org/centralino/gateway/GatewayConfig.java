package org.centralino.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The gateway's settings.
@ConfigMapping(prefix = "centralino.gateway")
public interface GatewayConfig {

    Intake intake();

    Webhook webhook();

    Routing routing();

    Live live();

    /// Where a browser finds Keycloak, when it is another address than the services use.
    Optional<URI> publicKeycloakUrl();

    /// The simulator's page, shown in the web app's rail. Only the local stack has one.
    Optional<URI> simulatorUrl();

    /// What `Strict-Transport-Security` says to who comes over TLS, to this gateway or to a proxy of which
    /// `quarkus.http.proxy.…` says that it is trusted. Empty: nothing. Add `; includeSubDomains` only when nothing
    /// below this host name is served without TLS.
    @WithDefault("max-age=31536000")
    Optional<String> strictTransportSecurity();

    /// Where replicas share the web app's files with those of the versions before and after: a page that was
    /// loaded before an update asks for its own files still. Without it, such a page has to be loaded again.
    Optional<Path> assetsFolder();

    /// What strangers may hold before they have proved anything: a webhook by its signature, the API to its service by
    /// the token.
    ///
    /// "Address" is where a connection comes from. Behind a proxy that is the proxy for everybody, until
    /// `quarkus.http.proxy.…` says which proxy is trusted to tell the real one. The defaults leave room for an
    /// office of hundreds behind one address.
    interface Intake {
        /// How long nothing may come of a first request, or of a body that is waited for.
        @WithDefault("10s")
        Duration patience();

        /// How long a body may take in all when it is collected in memory.
        @WithDefault("30s")
        Duration wholeBody();

        /// How long a connection that has brought a request stays open while nothing goes over it. More than proxies
        /// and live sockets leave between two signs of life.
        @WithDefault("5m")
        Duration keptOpen();

        /// How many connections one address may have open that have proved nothing. Beyond, the one that has rested
        /// longest is closed. A browser has up to six, until somebody signs in; live sockets are not counted.
        @WithDefault("4096")
        int connectionsPerAddress();

        /// How many bodies of one address may be under way at once.
        @WithDefault("256")
        int bodiesPerAddress();

        /// How many bytes of bodies may be collected in memory at once; a quarter of it for one address.
        @WithDefault("33554432")
        long mostBytes();
    }

    /// How webhooks are taken in.
    interface Webhook {
        /// How long Kafka may take to acknowledge a webhook. After that the platform is told to try again.
        @WithDefault("5s")
        Duration patience();

        /// How many bytes of authentic webhooks may wait for Kafka at once. More are told to come later.
        @WithDefault("33554432")
        long mostBytesWaiting();

        /// The host names at which webhooks are taken; without it, at any. Where a proxy asks for the platform's
        /// certificate at one name, nobody gets around it by another, such as the page's.
        Optional<List<String>> hosts();
    }

    /// Where the API's parts live.
    interface Routing {
        URI conversationUrl();

        URI assignmentUrl();

        URI notesUrl();

        URI outboundUrl();

        /// How long it may take to reach a service.
        @WithDefault("2s")
        Duration connectTimeout();

        /// How large a body may be.
        @WithDefault("1048576")
        long mostBodyBytes();

        /// Addresses that take larger bodies. They are not held here, however large.
        List<LargerBody> largerBodies();

        /// Addresses that take larger bodies than the others.
        interface LargerBody {
            /// A regular expression that fits all of the path.
            String path();

            long mostBytes();
        }

        /// How long a service may take to answer when it has all of the body, and to take some more of it before.
        @WithDefault("30s")
        Duration answerTimeout();

        /// How many connections to one service are kept at most.
        @WithDefault("64")
        int connections();
    }

    /// How browsers are kept up to date.
    interface Live {
        /// How many recent events each replica keeps for browsers that come back.
        @WithDefault("20000")
        int keptEvents();

        /// How many bytes of recent events each replica keeps.
        @WithDefault("16777216")
        long keptBytes();

        /// How many recent events are read again at start, so that browsers may come back to a new replica.
        @WithDefault("5000")
        int readAtStart();

        /// How many sockets one operator may have open, over all his windows.
        @WithDefault("20")
        int socketsPerOperator();

        /// How often a quiet socket gets a sign of life.
        @WithDefault("20s")
        Duration heartbeat();

        /// Web origins that may open a socket besides the gateway's own, such as
        /// `https://inbox.example.com` when a proxy changes the host name.
        Optional<List<String>> origins();
    }
}
