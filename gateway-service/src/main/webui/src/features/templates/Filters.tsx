import type { Key } from "../../i18n";
import { useT } from "../../i18n";
import { useSession } from "../../live/session";
import type { Search } from "./routes";
import styles from "./Templates.module.css";

const CHOICES = {
  status: ["approved", "pending", "rejected", "paused", "disabled"],
  category: ["utility", "marketing", "authentication"],
  quality: ["GREEN", "YELLOW", "RED"],
  language: ["it", "en", "de", "fr", "es"],
} as const;

interface FiltersProps {
  number: string;
  search: Omit<Search, "number">;
  onNarrow: (more: Record<string, string | undefined>) => void;
}

/** At which number one looks, and which of its templates are shown. */
export function Filters({ number, search, onNarrow }: FiltersProps) {
  const t = useT();
  const { numbers } = useSession().config;
  return (
    <div className={styles.filters}>
      {numbers.length > 1 && (
        <select
          aria-label={t("templates.number")}
          value={number}
          onChange={(event) => onNarrow({ number: event.target.value })}
        >
          {numbers.map(({ phoneNumberId, name, displayPhone }) => (
            <option key={phoneNumberId} value={phoneNumberId}>
              {name || displayPhone}
            </option>
          ))}
        </select>
      )}
      {(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((filter) => (
        <select
          key={filter}
          aria-label={t(`templates.by.${filter}`)}
          value={search[filter] ?? ""}
          onChange={(event) => onNarrow({ [filter]: event.target.value || undefined })}
        >
          <option value="">{t(`templates.any.${filter}`)}</option>
          {CHOICES[filter].map((value) => (
            <option key={value} value={value}>
              {t(`template.${filter}.${value}` as Key)}
            </option>
          ))}
        </select>
      ))}
    </div>
  );
}
