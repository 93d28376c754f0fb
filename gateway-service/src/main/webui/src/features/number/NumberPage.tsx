import { useEffect } from "react";
import { useT } from "../../i18n";
import { useCan, useSession } from "../../live/session";
import { EmptyState } from "../../ui/EmptyState";
import { Pane } from "../../ui/Pane";
import { WideSheet } from "../../ui/Sheet";
import { LockKeyhole } from "lucide-react";
import { NumberSection } from "./NumberSection";
import styles from "./NumberPage.module.css";
import { Unrecognised } from "./Unrecognised";

/** Our numbers, as WhatsApp sees them: what can be done, what holds, what was said. */
export function NumberPage() {
  const t = useT();
  const can = useCan();
  const { config } = useSession();

  useEffect(() => {
    document.title = `${t("number.title")} · ${t("app.name")}`;
  }, [t]);

  return (
    <WideSheet>
      <main className={styles.page} aria-label={t("number.title")}>
        <header>
          <h1>{t("number.title")}</h1>
          <p>{t("number.intro")}</p>
        </header>
        {!can("number.see") && (
          <EmptyState icon={LockKeyhole} title={t("number.notAllowed")}>
            {t("number.notAllowed.text")}
          </EmptyState>
        )}
        {can("number.see") &&
          config.numbers.map((number) => (
            <Pane key={number.phoneNumberId}>
              <NumberSection number={number} />
            </Pane>
          ))}
        {can("number.see-raw") && (
          <Pane>
            <Unrecognised />
          </Pane>
        )}
      </main>
    </WideSheet>
  );
}
