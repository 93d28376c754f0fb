import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { ContactProfile } from "../../api/types";
import { useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import { Button } from "../../ui/Button";
import { Dialog, DialogHead } from "../../ui/Dialog";
import { toast } from "../../ui/Toasts";
import { mergeContact } from "./calls";
import styles from "./ContactPage.module.css";
import { contactsQuery } from "./queries";

const SHOWN = 8;

interface MergeDialogProps {
  contact: ContactProfile;
  onClose: () => void;
  onMerged: (contact: ContactProfile) => void;
}

/** Finds the other contact of the same person. It is merged into the one that is looked at. */
export function MergeDialog({ contact, onClose, onMerged }: MergeDialogProps) {
  const t = useT();
  const { api, queries } = useAsking();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const found = useInfiniteQuery({ ...contactsQuery(api, search), enabled: search !== "" }, queries);
  const merge = useMutation(
    {
      mutationFn: (other: string) => mergeContact(api, other, contact.id),
      onSuccess: (now) => {
        onMerged(now);
        onClose();
        toast(t("contact.merge.done"));
      },
      onError: () => toast(t("contact.notSaved")),
    },
    queries,
  );
  const others = (found.data?.pages[0]?.items ?? [])
    .filter(({ id, group }) => id !== contact.id && !group)
    .slice(0, SHOWN);
  return (
    <Dialog label={t("contact.merge.title", { name: contact.name })} onClose={onClose}>
      <DialogHead title={t("contact.merge.title", { name: contact.name })} />
      <div className={styles.dialog}>
        <p>{t("contact.merge.text")}</p>
        <input
          type="search"
          autoFocus
          value={typed}
          aria-label={t("contacts.search")}
          placeholder={t("contacts.search")}
          onChange={(event) => setTyped(event.target.value)}
        />
        <ul className={styles.keys}>
          {others.map((other) => (
            <li key={other.id} className={styles.merge}>
              <span>
                <b dir="auto">{other.name}</b>
                <small dir="auto">{other.displayPhone ?? other.username ?? other.profileName}</small>
              </span>
              <Button
                small
                variant="primary"
                aria-label={t("contact.merge.with", { name: other.name })}
                isDisabled={merge.isPending}
                onPress={() => merge.mutate(other.id)}
              >
                {t("contact.merge.confirm")}
              </Button>
            </li>
          ))}
        </ul>
        {search && found.data && others.length === 0 && <p>{t("contacts.nobodyFound")}</p>}
        <Button onPress={onClose}>{t("action.close")}</Button>
      </div>
    </Dialog>
  );
}
