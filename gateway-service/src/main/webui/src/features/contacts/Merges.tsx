import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ContactProfile } from "../../api/types";
import { currentLocale, useT } from "../../i18n";
import { fullWhen } from "../../lib/time";
import { useAsking } from "../../live/asking";
import { useServerNow } from "../../live/session";
import { Button } from "../../ui/Button";
import { toast } from "../../ui/Toasts";
import { undoMerge } from "./calls";
import styles from "./ContactPage.module.css";
import { MergeDialog } from "./MergeDialog";

interface MergesProps {
  contact: ContactProfile;
  mayMerge: boolean;
  onChanged: (contact: ContactProfile) => void;
}

/** Which contacts turned out to be this one, and the way back. */
export function Merges({ contact, mayMerge, onChanged }: MergesProps) {
  const t = useT();
  const now = useServerNow(60_000);
  const { api, queries } = useAsking();
  const [asking, setAsking] = useState(false);
  const undo = useMutation(
    {
      mutationFn: (id: string) => undoMerge(api, id),
      onSuccess: (after) => {
        onChanged(after);
        toast(t("contact.merge.undone"));
      },
      onError: () => toast(t("contact.notSaved")),
    },
    queries,
  );
  const standing = contact.merges.filter(({ undoneAt }) => !undoneAt);
  if (!mayMerge && standing.length === 0) return null;
  return (
    <section>
      <h3>{t("contact.merges")}</h3>
      <ul className={styles.keys}>
        {standing.map((merge) => (
          <li key={merge.id} className={styles.merge}>
            <span>
              <b dir="auto">{merge.contact.name}</b>
              <small>
                {merge.by
                  ? t("contact.merge.by", {
                      name: merge.by.name,
                      time: fullWhen(currentLocale(), now, merge.at),
                    })
                  : t("contact.merge.byWhatsApp", { time: fullWhen(currentLocale(), now, merge.at) })}
              </small>
            </span>
            {mayMerge && (
              <Button
                small
                aria-label={t("contact.merge.undo.one", { name: merge.contact.name })}
                isDisabled={undo.isPending}
                onPress={() => undo.mutate(merge.id)}
              >
                {t("contact.merge.undo")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayMerge && (
        <Button small onPress={() => setAsking(true)}>
          {t("contact.merge.open")}
        </Button>
      )}
      {asking && <MergeDialog contact={contact} onClose={() => setAsking(false)} onMerged={onChanged} />}
    </section>
  );
}
