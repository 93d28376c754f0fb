package org.centralino.outbound.template;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.centralino.outbound.OwnNumber;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.whatsapp.CloudTemplates.Account;

/// To which accounts our numbers belong.
@Singleton
class Accounts {
    private final OwnNumbers numbers;

    Accounts(OwnNumbers numbers) {
        this.numbers = numbers;
    }

    List<Account> all() {
        return List.copyOf(byId().values());
    }

    Account withId(String accountId) {
        return Optional.ofNullable(byId().get(accountId)).orElseGet(() -> new Account(accountId, List.of()));
    }

    /// @return the account of a number of ours; nothing when nobody has named it
    /// @throws org.centralino.kit.problem.ProblemException 404 when it is no number of ours
    Optional<Account> of(String phoneNumberId) {
        return Optional.ofNullable(numbers.one(phoneNumberId).accountId()).map(this::withId);
    }

    /// @return the account of a number; nothing when the number is not ours any more, or nobody has named its account
    Optional<Account> ofSender(String phoneNumberId) {
        return all().stream()
                .filter(account -> account.phoneNumberIds().contains(phoneNumberId))
                .findFirst();
    }

    /// @throws org.centralino.kit.problem.ProblemException 404 when it is no number of ours, 409 when nobody has named
    ///     its account
    Account needed(String phoneNumberId) {
        return withId(numbers.one(phoneNumberId).neededAccount());
    }

    private Map<String, Account> byId() {
        return numbers.all().stream()
                .filter(number -> number.accountId() != null)
                .collect(Collectors.groupingBy(
                        number -> Objects.requireNonNull(number.accountId(), "it was filtered"),
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Accounts::accountOf)));
    }

    private static Account accountOf(List<OwnNumber> numbers) {
        return new Account(
                Objects.requireNonNull(numbers.getFirst().accountId(), "it was filtered"),
                numbers.stream().map(OwnNumber::phoneNumberId).toList());
    }
}
