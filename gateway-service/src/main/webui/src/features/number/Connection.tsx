import { useQuery } from "@tanstack/react-query";
import { ApiProblem } from "../../api/client";
import { type Key, type Translate, useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import { Button } from "../../ui/Button";
import styles from "./NumberPage.module.css";
import { connectionQuery } from "./queries";

const REFUSALS: Readonly<Record<string, Key>> = {
  "token-refused": "number.now.refused",
  "unknown-to-whatsapp": "number.now.unknown-to-whatsapp",
  "whatsapp-busy": "number.now.whatsapp-busy",
  "token-shut": "number.now.token-shut",
  "account-locked": "number.now.account-locked",
  "whatsapp-refused": "number.now.other",
};

/** Why it does not say, and how that is mended. */
function refusal(error: unknown, t: Translate): string {
  if (!(error instanceof ApiProblem)) return t("number.now.silent");
  const { reasonKey, detail = "" } = error.problem;
  return t(REFUSALS[reasonKey ?? ""] ?? "number.now.silent", { words: detail });
}

/** What WhatsApp says of the number at this moment. Its words are shown as ours where we have one. */
export function Connection({ phoneNumberId }: { phoneNumberId: string }) {
  const t = useT();
  const { api, queries } = useAsking();
  const { data, error, isFetching, refetch } = useQuery(connectionQuery(api, phoneNumberId), queries);
  const inWords = (kind: string, word: string) => {
    const key = `number.now.${kind}.${word}`;
    const known = t(key as Key);
    return known === key ? word : known;
  };
  const lines = data && [
    ["name", data.verifiedName],
    ["nameStatus", data.nameStatus && inWords("nameStatus", data.nameStatus)],
    ["status", data.status && inWords("status", data.status)],
    ["quality", data.quality && inWords("quality", data.quality)],
    ["throughput", data.throughput && inWords("throughput", data.throughput)],
    ["limit", data.messagingLimit && inWords("limit", data.messagingLimit)],
    ["sends", data.canSend && inWords("sends", data.canSend)],
    ["phone", data.onPhoneApp ? t("number.now.phone.yes") : undefined],
  ];
  return (
    <section>
      <h3>{t("number.now.title")}</h3>
      <div className={styles.sync}>
        {lines && (
          <dl className={styles.now}>
            {lines.map(
              ([kind, value]) =>
                value && (
                  <div key={kind}>
                    <dt>{t(`number.now.${kind}` as Key)}</dt>
                    <dd dir="auto">{value}</dd>
                  </div>
                ),
            )}
          </dl>
        )}
        {data?.obstacles.map(({ entity, code, description, solution }) => (
          <p key={`${entity} ${code} ${description}`}>
            {code
              ? t("number.now.obstacle", { words: description ?? String(code), code: String(code) })
              : t("number.now.hint", { words: description ?? "" })}{" "}
            {solution}
          </p>
        ))}
        {error && !isFetching && <p role="alert">{refusal(error, t)}</p>}
        {isFetching && <p className={styles.quiet}>{t("number.now.asking")}</p>}
        <Button small isDisabled={isFetching} onPress={() => void refetch()}>
          {t("number.now.again")}
        </Button>
      </div>
    </section>
  );
}
