package org.centralino.outbound;

import jakarta.inject.Singleton;
import java.util.List;
import org.centralino.kit.problem.Problem;
import org.centralino.outbound.WhatsAppConfig.BusinessNumber;

/// The numbers that this installation serves.
@Singleton
public class OwnNumbers {
    private final List<BusinessNumber> numbers;

    OwnNumbers(WhatsAppConfig whatsApp) {
        this.numbers = whatsApp.numbers();
    }

    public List<BusinessNumber> all() {
        return numbers;
    }

    /// @return the number; fails with a problem when it is none of ours
    public BusinessNumber one(String phoneNumberId) {
        return numbers.stream()
                .filter(number -> number.phoneNumberId().equals(phoneNumberId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The number").asException());
    }
}
