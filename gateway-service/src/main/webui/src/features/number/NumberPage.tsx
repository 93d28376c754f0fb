import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import { useCan } from "../../live/session";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Pane } from "../../ui/Pane";
import { WideSheet } from "../../ui/Sheet";
import { LockKeyhole } from "lucide-react";
import { NumberSection } from "./NumberSection";
import styles from "./NumberPage.module.css";
import { Connect } from "./parts";
import { numbersQuery } from "./queries";
import { Unrecognised } from "./Unrecognised";

/** Our numbers, as WhatsApp sees them: what can be done, what holds, what was said. */
export function NumberPage() {
  const t = useT();
  const can = useCan();
  const { api, queries } = useAsking();
  const { data, isError } = useQuery(numbersQuery(api), queries);
  const [connecting, setConnecting] = useState(false);

  useEffect(() => {
    document.title = `${t("number.title")} · ${t("app.name")}`;
  }, [t]);

  return (
    <WideSheet>
      <main className={styles.page} aria-label={t("number.title")}>
        <header>
          <h1>{t("number.title")}</h1>
          <p>{t("number.intro")}</p>
          {can("number.manage") && (
            <Button className={styles.add} onPress={() => setConnecting(true)}>
              {t("number.add")}
            </Button>
          )}
        </header>
        {!can("number.see") && (
          <EmptyState icon={LockKeyhole} title={t("number.notAllowed")}>
            {t("number.notAllowed.text")}
          </EmptyState>
        )}
        {can("number.see") && !data && (
          <p role={isError ? "alert" : undefined}>{t(isError ? "number.failed" : "number.loading")}</p>
        )}
        {can("number.see") &&
          data?.items.map((number) => (
            <Pane key={number.phoneNumberId}>
              <NumberSection number={number} />
            </Pane>
          ))}
        {connecting && <Connect onClose={() => setConnecting(false)} />}
        {can("number.see-raw") && (
          <Pane>
            <Unrecognised />
          </Pane>
        )}
      </main>
    </WideSheet>
  );
}
