package org.centralino.gateway;

/// Where the gateway's own routes stand among those of the framework.
public final class RouteOrder {
    /// Before everything: how long what brings a request may stay open.
    public static final int CONNECTIONS = -2_000;
    /// Before the framework asks who is calling: for what proves itself in another way.
    public static final int FIRST = -1_000;
    /// Before everything else that answers: what each answer has to carry.
    public static final int HEADERS = 50;
    /// Before REST and files.
    public static final int OWN = 100;

    private RouteOrder() {}
}
