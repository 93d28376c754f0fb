import { CircleCheck, LogIn, RefreshCw } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { NumberBanner } from "../features/number/routes";
import { useT } from "../i18n";
import { useConnection, useInbox, useSession, useWaiting } from "../live/session";
import { Banner } from "../ui/Banner";
import { Button } from "../ui/Button";

const SAID_AFTER = 1_500;
const BACK_FOR = 4_000;
const COLLECT = 900;

/** One sentence when there is something to say; the most severe first. */
export function Banners() {
  return <NumberBanner otherwise={useConnectionBanner()} />;
}

/** About the connection, when there is something to say. */
function useConnectionBanner(): ReactNode {
  const t = useT();
  const session = useSession();
  const inbox = useInbox();
  const connection = useConnection();
  const waiting = useWaiting();
  const [now, setNow] = useState(Date.now);
  const [missed, setMissed] = useState(0);
  const wasDown = useRef<number | null>(null);

  const { phase } = connection;
  const since = connection.phase === "waiting" || connection.phase === "connecting" ? connection.since : null;
  useEffect(() => {
    if (since === null) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [since]);

  const down = since !== null && now - since > SAID_AFTER;
  useEffect(() => {
    if (down) wasDown.current ??= inbox.applied;
    if (phase !== "online" || wasDown.current === null) return;
    const before = wasDown.current;
    wasDown.current = null;
    let hide: ReturnType<typeof setTimeout> | undefined;
    const count = setTimeout(() => {
      setMissed(inbox.applied - before);
      hide = setTimeout(() => setMissed(0), BACK_FOR);
    }, COLLECT);
    return () => {
      clearTimeout(count);
      clearTimeout(hide);
    };
  }, [down, phase, inbox]);

  if (phase === "signed-out") {
    return (
      <Banner
        tone="plain"
        icon={LogIn}
        title={t("banner.signedOut")}
        aside={
          <Button variant="primary" onPress={session.signIn}>
            {t("banner.signIn")}
          </Button>
        }
      >
        {t("banner.signedOut.text")}
      </Banner>
    );
  }
  if (phase === "outdated") {
    return (
      <Banner
        tone="plain"
        icon={RefreshCw}
        title={t("banner.outdated")}
        aside={
          <Button variant="primary" onPress={() => location.reload()}>
            {t("action.reload")}
          </Button>
        }
      >
        {t("banner.outdated.text")}
      </Banner>
    );
  }
  if (down) {
    const seconds =
      connection.phase === "waiting" ? Math.max(0, Math.ceil((connection.nextTryAt - now) / 1000)) : 0;
    return (
      <Banner
        tone="warn"
        icon={RefreshCw}
        title={t("banner.reconnecting")}
        aside={
          <>
            <small aria-hidden="true">
              {seconds > 0 ? t("banner.nextTry", { count: seconds }) : t("banner.trying")}
            </small>
            <Button onPress={session.connection.tryNow}>{t("banner.tryNow")}</Button>
          </>
        }
      >
        {waiting > 0 ? t("banner.reconnecting.queued", { count: waiting }) : t("banner.reconnecting.text")}
      </Banner>
    );
  }
  if (missed > 0) {
    return (
      <Banner tone="ok" icon={CircleCheck} title={t("banner.back")}>
        {t("banner.back.text", { count: missed })}
      </Banner>
    );
  }
  return null;
}
