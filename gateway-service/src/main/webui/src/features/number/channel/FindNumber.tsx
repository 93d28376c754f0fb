import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { NumberSetup } from "../../../api/types";
import { useT } from "../../../i18n";
import { useAsking } from "../../../live/asking";
import { Button } from "../../../ui/Button";
import { addNumber, lookUp } from "./calls";
import styles from "./Channel.module.css";
import { LabelledField } from "./LabelledField";
import { why } from "./why";

const OTHER = "other";
const AN_ID = /^\d{5,32}$/;

/** By a token and an account, the number that is to be connected: chosen from WhatsApp's list, or by its id. */
export function FindNumber({
  onAdded,
  onClose,
}: {
  onAdded: (setup: NumberSetup) => void;
  onClose: () => void;
}) {
  const t = useT();
  const { api, queries } = useAsking();
  const [token, setToken] = useState("");
  const [accountId, setAccountId] = useState("");
  const [chosen, setChosen] = useState("");
  const [typed, setTyped] = useState("");
  const [name, setName] = useState("");
  const look = useMutation(
    {
      mutationFn: () => lookUp(api, accountId.trim(), token.trim()),
      onSuccess: ({ items }) => setChosen(items[0]?.phoneNumberId ?? OTHER),
    },
    queries,
  );
  const phoneNumberId = chosen === OTHER ? typed.trim() : chosen;
  const add = useMutation(
    {
      mutationFn: () =>
        addNumber(api, {
          phoneNumberId,
          accountId: accountId.trim(),
          name: name.trim(),
          token: token.trim(),
        }),
      onSuccess: onAdded,
    },
    queries,
  );
  const found = look.data?.items;
  const trouble = why(add.error ?? look.error, t);
  const again = () => {
    look.reset();
    add.reset();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!found) look.mutate();
        else if (AN_ID.test(phoneNumberId)) add.mutate();
      }}
    >
      <p>{t("number.connect.intro")}</p>
      <LabelledField
        label={t("number.connect.token")}
        hint={t("number.connect.token.hint")}
        type="password"
        maxLength={2_000}
        value={token}
        autoFocus
        onChange={(value) => {
          setToken(value);
          again();
        }}
      />
      <LabelledField
        label={t("number.connect.account")}
        hint={t("number.connect.account.hint")}
        inputMode="numeric"
        value={accountId}
        onChange={(value) => {
          setAccountId(value);
          again();
        }}
      />
      {found && (
        <fieldset className={styles.choice}>
          <legend>{t("number.connect.which")}</legend>
          {found.map((number) => (
            <label key={number.phoneNumberId}>
              <input
                type="radio"
                name="number"
                checked={chosen === number.phoneNumberId}
                onChange={() => setChosen(number.phoneNumberId)}
              />
              <span dir="auto">
                {number.displayNumber} {number.verifiedName}
              </span>
            </label>
          ))}
          <label>
            <input type="radio" name="number" checked={chosen === OTHER} onChange={() => setChosen(OTHER)} />
            {t("number.connect.other")}
          </label>
        </fieldset>
      )}
      {found && chosen === OTHER && (
        <LabelledField
          label={t("number.connect.id")}
          hint={t("number.connect.id.hint")}
          inputMode="numeric"
          value={typed}
          onChange={setTyped}
        />
      )}
      {found && (
        <LabelledField
          label={t("number.connect.name")}
          hint={t("number.connect.name.hint")}
          maxLength={80}
          value={name}
          onChange={setName}
        />
      )}
      {trouble && (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
      <footer className={styles.foot}>
        <Button onPress={onClose}>{t("number.connect.cancel")}</Button>
        {found ? (
          <Button variant="primary" type="submit" isDisabled={add.isPending || !AN_ID.test(phoneNumberId)}>
            {t(add.isPending ? "number.connect.asking" : "number.connect.add")}
          </Button>
        ) : (
          <Button
            variant="primary"
            type="submit"
            isDisabled={look.isPending || !AN_ID.test(accountId.trim())}
          >
            {t(look.isPending ? "number.connect.asking" : "number.connect.look")}
          </Button>
        )}
      </footer>
    </form>
  );
}
