package org.centralino.gateway;

/// Where the gateway's own routes stand among those of the framework.
public final class RouteOrder {
    /// Before everything that answers: what each answer has to carry.
    public static final int HEADERS = 50;
    /// Before REST and files.
    public static final int OWN = 100;

    private RouteOrder() {}
}
