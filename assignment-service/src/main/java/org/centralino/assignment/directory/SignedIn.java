package org.centralino.assignment.directory;

import java.time.Instant;
import org.centralino.events.Person;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.operator.Visibility;

/// An operator who asks for something, as his access token tells.
///
/// @param mayReply whether he may reply to customers, and so be given a conversation
/// @param at when he asks
public record SignedIn(Person person, Visibility visibility, boolean mayReply, Instant at) {
    public static SignedIn of(CurrentOperator operator, Instant at) {
        return new SignedIn(operator.person(), operator.visibility(), operator.may(Permission.REPLY), at);
    }
}
