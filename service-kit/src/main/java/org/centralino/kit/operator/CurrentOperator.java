package org.centralino.kit.operator;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.centralino.events.Person;
import org.centralino.kit.problem.Problem;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Who is asking, by the access token and nothing else.
@RequestScoped
public class CurrentOperator {
    private final SecurityIdentity identity;

    CurrentOperator(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Person person() {
        return personOf(identity);
    }

    public UUID id() {
        return person().id();
    }

    public boolean may(String permission) {
        return identity.hasRole(permission);
    }

    /// @throws org.centralino.kit.problem.ProblemException 403 when the permission is missing
    public void needs(String permission) {
        if (!may(permission)) {
            throw Problem.notAllowed(permission).asException();
        }
    }

    public Visibility visibility() {
        return new Visibility(id(), may(Permission.SEE_ALL), may(Permission.SEE_OWN));
    }

    /// @return the operator behind an identity that was made from an access token
    public static Person personOf(SecurityIdentity identity) {
        var token = (JsonWebToken) identity.getPrincipal();
        String name = token.getClaim("name");
        return new Person(UUID.fromString(token.getSubject()), name == null || name.isBlank() ? token.getName() : name);
    }
}
