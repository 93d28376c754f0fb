import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { NumberToken } from "../../api/types";
import { currentLocale, useT } from "../../i18n";
import { fullWhen } from "../../lib/time";
import { useAsking } from "../../live/asking";
import { useServerNow } from "../../live/session";
import { Button } from "../../ui/Button";
import { Confirm } from "../../ui/Confirm";
import { toast } from "../../ui/Toasts";
import { forgetToken } from "./calls";
import { GiveToken } from "./GiveToken";
import styles from "./NumberPage.module.css";
import { tokenQuery } from "./queries";

const WARNED_BEFORE = 7 * 24 * 60 * 60_000;
const endsSoon = (expiresAt: string, now: number): boolean => Date.parse(expiresAt) - now < WARNED_BEFORE;

/** By which token the number is called, and giving it another one while messages wait. */
export function AccessToken({ phoneNumberId }: { phoneNumberId: string }) {
  const t = useT();
  const now = useServerNow(60_000);
  const { api, queries } = useAsking();
  const client = useQueryClient(queries);
  const [doing, setDoing] = useState<"give" | "forget" | null>(null);
  const wanted = tokenQuery(api, phoneNumberId);
  const { data } = useQuery(wanted, queries);
  // Whatever WhatsApp was asked by the one before may be answered otherwise now.
  const use = (token: NumberToken) => {
    client.setQueryData(wanted.queryKey, token);
    void client.invalidateQueries({
      queryKey: ["numbers"],
      predicate: ({ queryKey }) => queryKey.at(-1) !== "token",
    });
  };
  const forget = useMutation(
    {
      mutationFn: () => forgetToken(api, phoneNumberId),
      onSuccess: use,
      onError: () => toast(t("number.token.notForgotten")),
    },
    queries,
  );
  if (!data) return null;
  const { source, replacedAt, replacedBy } = data;
  return (
    <section>
      <h3>{t("number.token.title")}</h3>
      <div className={styles.sync}>
        <p>
          {source === "given" && replacedAt && replacedBy
            ? t("number.token.given", { name: replacedBy, time: fullWhen(currentLocale(), now, replacedAt) })
            : t("number.token.settings")}
        </p>
        {data.expiresAt && (
          <p role={endsSoon(data.expiresAt, now) ? "alert" : undefined}>
            {t(endsSoon(data.expiresAt, now) ? "number.token.endsSoon" : "number.token.ends", {
              time: fullWhen(currentLocale(), now, data.expiresAt),
            })}
          </p>
        )}
        {!data.canBeReplaced && <small>{t("number.token.noKey")}</small>}
        <div className={styles.actions}>
          {data.canBeReplaced && (
            <Button small onPress={() => setDoing("give")}>
              {t("number.token.give")}
            </Button>
          )}
          {source === "given" && (
            <Button small isDisabled={forget.isPending} onPress={() => setDoing("forget")}>
              {t("number.token.forget")}
            </Button>
          )}
        </div>
      </div>
      {doing === "give" && (
        <GiveToken
          phoneNumberId={phoneNumberId}
          onGiven={(token) => {
            use(token);
            toast(t("number.token.inUse"));
          }}
          onClose={() => setDoing(null)}
        />
      )}
      {doing === "forget" && (
        <Confirm
          title={t("number.token.forget.title")}
          text={t("number.token.forget.text")}
          confirm={t("number.token.forget")}
          cancel={t("number.token.cancel")}
          onConfirm={() => forget.mutate()}
          onClose={() => setDoing(null)}
        />
      )}
    </section>
  );
}
