import { useMutation, useQuery } from "@tanstack/react-query";
import { useT } from "../../../i18n";
import { useAsking } from "../../../live/asking";
import { Button } from "../../../ui/Button";
import { toast } from "../../../ui/Toasts";
import styles from "./Channel.module.css";
import { callbackQuery } from "./queries";

/** What is entered at Meta, so that WhatsApp sends what happens here; and whether the address answers as Meta asks it. */
export function Callback({ heard }: { heard: boolean }) {
  const t = useT();
  const { api, queries } = useAsking();
  const { data } = useQuery(callbackQuery(api), queries);
  const url = data && (data.host ? `https://${data.host}${data.path}` : `${location.origin}${data.path}`);
  const here = url?.startsWith(`${location.origin}/`);
  const check = useMutation({ mutationFn: () => answers(url ?? "", data?.verifyToken ?? "") }, queries);
  if (!data || !url) return <p>{t("number.loading")}</p>;
  return (
    <>
      <p>{t(heard ? "number.callback.heard" : "number.callback.text")}</p>
      <Copied label={t("number.callback.url")} value={url} />
      <Copied label={t("number.callback.token")} value={data.verifyToken} />
      {here ? (
        <Button small isDisabled={check.isPending} onPress={() => check.mutate()}>
          {t("number.callback.check")}
        </Button>
      ) : (
        <p>
          {t("number.callback.elsewhere", { word: CHALLENGE })}{" "}
          <a href={asMeta(url, data.verifyToken, CHALLENGE)} target="_blank" rel="noreferrer">
            {t("number.callback.open")}
          </a>
        </p>
      )}
      {check.data !== undefined && (
        <p role={check.data ? "status" : "alert"} className={check.data ? undefined : styles.trouble}>
          {t(
            !check.data
              ? "number.callback.silent"
              : url.startsWith("https:")
                ? "number.callback.answers"
                : "number.callback.answersPlain",
          )}
        </p>
      )}
    </>
  );
}

function Copied({ label, value }: { label: string; value: string }) {
  const t = useT();
  return (
    <div className={styles.copy}>
      <span>{label}</span>
      <code>{value}</code>
      <Button
        small
        aria-label={t("number.callback.copy.what", { what: label })}
        onPress={() =>
          void navigator.clipboard.writeText(value).then(
            () => toast(t("number.callback.copied")),
            () => toast(t("number.callback.notCopied")),
          )
        }
      >
        {t("number.callback.copy")}
      </Button>
    </div>
  );
}

/** What is read where the browser has to open the address. */
const CHALLENGE = "1162201403";

const asMeta = (url: string, verifyToken: string, challenge: string): string =>
  `${url}?${new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.verify_token": verifyToken,
    "hub.challenge": challenge,
  }).toString()}`;

/** The question that Meta asks when the address is saved there: the answer is what was sent along, and nothing else. */
async function answers(url: string, verifyToken: string): Promise<boolean> {
  const challenge = crypto.randomUUID();
  try {
    const answer = await fetch(asMeta(url, verifyToken, challenge), { cache: "no-store" });
    return answer.ok && (await answer.text()) === challenge;
  } catch {
    return false;
  }
}
