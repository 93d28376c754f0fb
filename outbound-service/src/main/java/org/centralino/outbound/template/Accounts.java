package org.centralino.outbound.template;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.centralino.kit.problem.Problem;
import org.centralino.outbound.WhatsAppConfig;
import org.centralino.outbound.WhatsAppConfig.BusinessNumber;
import org.centralino.outbound.whatsapp.CloudTemplates.Account;

/// To which accounts our numbers belong, by the settings.
@Singleton
class Accounts {
    private final List<BusinessNumber> numbers;
    private final Map<String, Account> accounts;

    Accounts(WhatsAppConfig config) {
        this.numbers = config.numbers();
        this.accounts = numbers.stream()
                .filter(number -> number.accountId().isPresent())
                .collect(Collectors.groupingBy(
                        number -> number.accountId().orElseThrow(),
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                ofOne -> new Account(
                                        ofOne.getFirst().accountId().orElseThrow(),
                                        ofOne.stream()
                                                .map(BusinessNumber::phoneNumberId)
                                                .toList()))));
    }

    List<Account> all() {
        return List.copyOf(accounts.values());
    }

    Account withId(String accountId) {
        return Optional.ofNullable(accounts.get(accountId)).orElseGet(() -> new Account(accountId, List.of()));
    }

    /// @return the account of a number of ours; nothing when the settings do not name it
    /// @throws org.centralino.kit.problem.ProblemException 404 when it is no number of ours
    Optional<Account> of(String phoneNumberId) {
        return numbers.stream()
                .filter(number -> number.phoneNumberId().equals(phoneNumberId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The number").asException())
                .accountId()
                .map(accounts::get);
    }

    /// @throws org.centralino.kit.problem.ProblemException 404 when it is no number of ours, 409 when the settings do
    /// not
    ///     name its account
    Account needed(String phoneNumberId) {
        return of(phoneNumberId)
                .orElseThrow(() -> Problem.of(
                                409,
                                "account-unknown",
                                "The account of this number is not known",
                                "Set the id of its WhatsApp Business account in the settings of the number.")
                        .asException());
    }
}
