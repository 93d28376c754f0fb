import { useT } from "../../i18n";
import { numberLabel, ofConversations } from "../../lib/numbers";
import { useSession } from "../../live/session";
import styles from "./SearchPage.module.css";

interface Narrow {
  from?: "customer" | "team";
  has?: "media";
  before?: string;
  number?: string;
}

/** Among which messages is looked. */
export function Narrowing({ value, onChange }: { value: Narrow; onChange: (value: Narrow) => void }) {
  const t = useT();
  const { config } = useSession();
  const { from, has, before, number } = value;
  const numbers = ofConversations(config);
  const chosen = (next: { from?: string; has?: boolean; before?: string; number?: string }) =>
    onChange({
      ...(next.from === "customer" || next.from === "team" ? { from: next.from } : {}),
      ...(next.has ? { has: "media" } : {}),
      ...(next.before ? { before: next.before } : {}),
      ...(next.number ? { number: next.number } : {}),
    });
  const now = { from: from ?? "", has: has === "media", before: before ?? "", number: number ?? "" };
  return (
    <div className={styles.narrow} role="group" aria-label={t("search.narrow")}>
      <label>
        {t("search.from")}
        <select value={now.from} onChange={(event) => chosen({ ...now, from: event.target.value })}>
          <option value="">{t("search.from.all")}</option>
          <option value="customer">{t("search.from.customer")}</option>
          <option value="team">{t("search.from.team")}</option>
        </select>
      </label>
      {numbers.length > 1 && (
        <label>
          {t("search.number")}
          <select value={now.number} onChange={(event) => chosen({ ...now, number: event.target.value })}>
            <option value="">{t("search.number.all")}</option>
            {numbers.map(({ phoneNumberId }) => (
              <option key={phoneNumberId} value={phoneNumberId}>
                {numberLabel(config, phoneNumberId)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {t("search.before")}
        <input
          type="date"
          value={now.before}
          onChange={(event) => chosen({ ...now, before: event.target.value })}
        />
      </label>
      <label>
        <input
          type="checkbox"
          checked={now.has}
          onChange={(event) => chosen({ ...now, has: event.target.checked })}
        />
        {t("search.has")}
      </label>
    </div>
  );
}
