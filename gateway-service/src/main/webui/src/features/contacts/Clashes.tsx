import { useMutation } from "@tanstack/react-query";
import type { ClashDecision, ContactProfile } from "../../api/types";
import { useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import { Button } from "../../ui/Button";
import { toast } from "../../ui/Toasts";
import { decideClash } from "./calls";
import styles from "./ContactPage.module.css";

interface ClashesProps {
  clashes: ContactProfile["clashes"];
  onChanged: (contact: ContactProfile) => void;
}

/** Numbers that two contacts claim, for those who may decide. */
export function Clashes({ clashes, onChanged }: ClashesProps) {
  const t = useT();
  const { api, queries } = useAsking();
  const decide = useMutation(
    {
      mutationFn: ({ id, decision }: { id: string; decision: ClashDecision }) =>
        decideClash(api, id, decision),
      onSuccess: onChanged,
      onError: () => toast(t("contact.notSaved")),
    },
    queries,
  );
  return clashes.map(({ id, display, holder, claimant }) => (
    <section key={id} className={styles.clash} aria-label={t("contact.clash")}>
      <h3>{t("contact.clash")}</h3>
      <p>{t("contact.clash.text", { key: display, holder: holder.name, claimant: claimant.name })}</p>
      <div className={styles.buttons}>
        <Button small onPress={() => decide.mutate({ id, decision: "same-person" })}>
          {t("contact.clash.samePerson")}
        </Button>
        <Button small onPress={() => decide.mutate({ id, decision: "stays" })}>
          {t("contact.clash.stays", { name: holder.name })}
        </Button>
        <Button small onPress={() => decide.mutate({ id, decision: "passes" })}>
          {t("contact.clash.passes", { name: claimant.name })}
        </Button>
      </div>
    </section>
  ));
}
