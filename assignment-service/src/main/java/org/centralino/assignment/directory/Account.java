package org.centralino.assignment.directory;

/// What Keycloak says about an operator.
///
/// @param enabled whether he can sign in
/// @param mayReply whether he may reply to customers, by whatever role
record Account(boolean enabled, boolean mayReply) {}
