import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { ApiProblem } from "../../api/client";
import type { NumberToken } from "../../api/types";
import { type Key, useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import { Button } from "../../ui/Button";
import { Dialog, DialogHead } from "../../ui/Dialog";
import { giveToken } from "./calls";
import styles from "./GiveToken.module.css";

const WRONG: Readonly<Record<string, Key>> = {
  "token-refused": "number.token.refused",
  "token-lacks-permissions": "number.token.lacks",
  "invalid-request": "number.token.rubbish",
  "unknown-to-whatsapp": "number.token.unknown",
  "whatsapp-busy": "number.token.busy",
  "account-locked": "number.token.locked",
  "whatsapp-refused": "number.token.other",
};

interface GiveTokenProps {
  phoneNumberId: string;
  onGiven: (token: NumberToken) => void;
  onClose: () => void;
}

/** WhatsApp is asked about the token first; what it does not take, changes nothing and stays in the field. */
export function GiveToken({ phoneNumberId, onGiven, onClose }: GiveTokenProps) {
  const t = useT();
  const { api, queries } = useAsking();
  const [token, setToken] = useState("");
  const field = useId();
  const give = useMutation(
    {
      mutationFn: () => giveToken(api, phoneNumberId, token.trim()),
      onSuccess: (view) => {
        onClose();
        onGiven(view);
      },
    },
    queries,
  );
  const problem = give.error instanceof ApiProblem ? give.error.problem : undefined;
  return (
    <Dialog label={t("number.token.give.title")} width={480} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (token.trim()) give.mutate();
        }}
      >
        <DialogHead title={t("number.token.give.title")} />
        <p>{t("number.token.give.text")}</p>
        <label htmlFor={field}>{t("number.token.field")}</label>
        <input
          id={field}
          type="password"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          maxLength={2_000}
          value={token}
          aria-invalid={give.error ? true : undefined}
          aria-describedby={give.error ? `${field}-why` : undefined}
          onChange={(event) => setToken(event.target.value)}
        />
        {give.error && (
          <p id={`${field}-why`} role="alert">
            {t(WRONG[problem?.reasonKey ?? ""] ?? "number.token.silent", { words: problem?.detail ?? "" })}
          </p>
        )}
        <footer>
          <Button onPress={onClose}>{t("number.token.cancel")}</Button>
          <Button variant="primary" type="submit" isDisabled={!token.trim() || give.isPending}>
            {t(give.isPending ? "number.token.asking" : "number.token.use")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
