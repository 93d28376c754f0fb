import type { Key } from "../../i18n";
import { useT } from "../../i18n";
import { useSession } from "../../live/session";
import type { Search } from "./routes";
import styles from "./Templates.module.css";
import { useKnown } from "./useKnown";
import { languagesFor } from "./words";

const CHOICES = {
  status: ["approved", "pending", "rejected", "paused", "disabled"],
  category: ["utility", "marketing", "authentication"],
  quality: ["GREEN", "YELLOW", "RED"],
} as const;
/** Few templates stand so: they are offered where one does. */
const RARELY = ["in-appeal", "pending-deletion", "archived"] as const;

type Filter = keyof typeof CHOICES | "language";
const FILTERS: readonly Filter[] = ["status", "category", "quality", "language"];

interface FiltersProps {
  number: string;
  search: Omit<Search, "number">;
  onNarrow: (more: Record<string, string | undefined>) => void;
}

/** At which number one looks, and which of its templates are shown. */
export function Filters({ number, search, onNarrow }: FiltersProps) {
  const t = useT();
  const { numbers } = useSession().config;
  const known = useKnown(number);
  const choicesOf = (filter: Filter): { code: string; name: string }[] => {
    if (filter === "language")
      return languagesFor([...known.map(({ language }) => language), search.language ?? ""]);
    const rare =
      filter === "status"
        ? RARELY.filter((status) => search.status === status || known.some((one) => one.status === status))
        : [];
    return [...CHOICES[filter], ...rare].map((code) => ({
      code,
      name: t(`template.${filter}.${code}` as Key),
    }));
  };
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
      {FILTERS.map((filter) => (
        <select
          key={filter}
          aria-label={t(`templates.by.${filter}`)}
          value={search[filter] ?? ""}
          onChange={(event) => onNarrow({ [filter]: event.target.value || undefined })}
        >
          <option value="">{t(`templates.any.${filter}`)}</option>
          {choicesOf(filter).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      ))}
    </div>
  );
}
