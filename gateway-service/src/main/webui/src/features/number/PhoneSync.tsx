import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { NumberSync } from "../../api/types";
import { currentLocale, type Key, type Translate, useT } from "../../i18n";
import { fullWhen } from "../../lib/time";
import { useAsking } from "../../live/asking";
import { useCan, useServerNow } from "../../live/session";
import { Button } from "../../ui/Button";
import { Confirm } from "../../ui/Confirm";
import { toast } from "../../ui/Toasts";
import { askForSync } from "./calls";
import styles from "./NumberPage.module.css";
import { syncQuery } from "./queries";

type Kind = "history" | "contacts";

/** What the phone beside the number hands over of the time before: how far it has come, and asking for it. */
export function PhoneSync({ phoneNumberId }: { phoneNumberId: string }) {
  const t = useT();
  const may = useCan()("number.sync");
  const now = useServerNow(60_000);
  const { api, queries } = useAsking();
  const client = useQueryClient(queries);
  const [asking, setAsking] = useState<Kind | null>(null);
  const wanted = syncQuery(api, phoneNumberId);
  const { data } = useQuery(wanted, queries);
  const ask = useMutation(
    {
      mutationFn: (kind: Kind) => askForSync(api, phoneNumberId, kind),
      onSuccess: (sync) => client.setQueryData(wanted.queryKey, sync),
      onError: () => toast(t("number.sync.notAsked")),
    },
    queries,
  );
  if (!data || (data.state === "none" && !data.contacts && !may)) return null;
  const time = (at: string) => fullWhen(currentLocale(), now, at);
  const { state, messages, askedAt, askedBy, contacts } = data;
  const came = state === "running" || state === "complete" || (state === "silent" && messages > 0);
  return (
    <section>
      <h3>{t("number.syncTitle")}</h3>
      <div className={styles.sync}>
        <p role="status">{t(`number.sync.${state}`)}</p>
        {came && (
          <>
            <progress max={100} value={data.progress} aria-label={t("number.sync.progress")} />
            <p>
              {t("number.sync.so", { percent: data.progress })}{" "}
              {t("number.sync.messages", { count: messages })}
            </p>
          </>
        )}
        {data.error && <p>{reasonOf(data.error, t)}</p>}
        {askedAt && askedBy && (
          <small>{t("number.sync.asked.by", { name: askedBy, time: time(askedAt) })}</small>
        )}
        {contacts && (
          <small>
            {contacts.error
              ? reasonOf(contacts.error, t)
              : t("number.sync.contacts.by", { name: contacts.askedBy, time: time(contacts.askedAt) })}
          </small>
        )}
        {may && (
          <div className={styles.actions}>
            {data.mayAsk && (
              <Button small isDisabled={ask.isPending} onPress={() => setAsking("history")}>
                {t("number.sync.ask.history")}
              </Button>
            )}
            {(!contacts || contacts.error) && (
              <Button small isDisabled={ask.isPending} onPress={() => setAsking("contacts")}>
                {t("number.sync.ask.contacts")}
              </Button>
            )}
          </div>
        )}
      </div>
      {asking && (
        <Confirm
          title={t(`number.sync.ask.${asking}.title`)}
          text={t(`number.sync.ask.${asking}.text`)}
          confirm={t("number.sync.ask.do")}
          cancel={t("number.sync.ask.cancel")}
          onConfirm={() => ask.mutate(asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}

/** Why nothing comes (fact sheet, section 16), and what to do. */
function reasonOf(error: NonNullable<NumberSync["error"]>, t: Translate): string {
  const key = `number.sync.why.${error.code}`;
  const known = t(key as Key);
  return known === key ? t("number.sync.why.other", { words: error.detail ?? error.title ?? "" }) : known;
}
