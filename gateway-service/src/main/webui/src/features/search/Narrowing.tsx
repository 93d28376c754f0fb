import { useT } from "../../i18n";
import styles from "./SearchPage.module.css";

interface Narrow {
  from?: "customer" | "team";
  has?: "media";
  before?: string;
}

/** Among which messages is looked. */
export function Narrowing({ value, onChange }: { value: Narrow; onChange: (value: Narrow) => void }) {
  const t = useT();
  const { from, has, before } = value;
  const chosen = (next: { from?: string; has?: boolean; before?: string }) =>
    onChange({
      ...(next.from === "customer" || next.from === "team" ? { from: next.from } : {}),
      ...(next.has ? { has: "media" } : {}),
      ...(next.before ? { before: next.before } : {}),
    });
  const now = { from: from ?? "", has: has === "media", before: before ?? "" };
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
