import { useRef, useState } from "react";
import type { TemplateOffer, TemplateOffers } from "../../../api/types";
import { currentLocale, useT } from "../../../i18n";
import { cx } from "../../../lib/cx";
import { languageName } from "../../../lib/languages";
import { Button } from "../../../ui/Button";
import styles from "./Templates.module.css";

interface OffersProps {
  search: string;
  onSearch: (search: string) => void;
  offers: TemplateOffers | undefined;
  failed: boolean;
  onAgain: () => void;
  chosen: TemplateOffer | null;
  onChoose: (offer: TemplateOffer) => void;
}

/** The templates that may be sent here, those that are probably meant first. Arrow keys go through them, also from the search. */
export function Offers({ search, onSearch, offers, failed, onAgain, chosen, onChoose }: OffersProps) {
  const t = useT();
  const radios = useRef<HTMLDivElement>(null);
  const [language, setLanguage] = useState("");
  const [category, setCategory] = useState("");
  const all = offers?.items ?? [];
  const shown = all.filter(
    (offer) => (!language || offer.language === language) && (!category || offer.category === category),
  );
  const languages = [...new Set(all.map((offer) => offer.language))].sort();
  const categories = [...new Set(all.map((offer) => offer.category))].sort();
  const groups = [
    { title: t("offer.suggested"), items: shown.filter(({ suggested }) => suggested) },
    { title: t("offer.approved"), items: shown.filter(({ suggested }) => !suggested) },
  ];
  return (
    <div>
      <input
        type="search"
        autoFocus
        value={search}
        aria-label={t("offer.search")}
        placeholder={t("offer.search")}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => {
          const listed = groups.flatMap(({ items }) => items);
          const first = listed.find(({ id }) => id === chosen?.id) ?? listed[0];
          if (event.key !== "ArrowDown" || !first) return;
          event.preventDefault();
          onChoose(first);
          radios.current?.querySelector<HTMLInputElement>(`[value="${CSS.escape(first.id)}"]`)?.focus();
        }}
      />
      <div className={styles.row}>
        <select
          aria-label={t("offer.language")}
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
        >
          <option value="">{t("offer.languages")}</option>
          {languages.map((code) => (
            <option key={code} value={code}>
              {languageName(code, currentLocale())}
            </option>
          ))}
        </select>
        <select
          aria-label={t("offer.category")}
          value={category}
          onChange={(event) => setCategory(event.target.value)}
        >
          <option value="">{t("offer.categories")}</option>
          {categories.map((each) => (
            <option key={each} value={each}>
              {t(`offer.category.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <div ref={radios} role="radiogroup" aria-label={t("offer.choose")}>
        {groups.map(
          ({ title, items }) =>
            items.length > 0 && (
              <div key={title} role="group" aria-label={title}>
                <h3>{title}</h3>
                {items.map((offer) => (
                  <label
                    key={offer.id}
                    className={cx(styles.row, styles.offer, offer.id === chosen?.id && styles.on)}
                  >
                    <input
                      type="radio"
                      name="template"
                      value={offer.id}
                      className="sr"
                      checked={offer.id === chosen?.id}
                      onChange={() => onChoose(offer)}
                    />
                    <span>
                      <b>{offer.name}</b>
                      <small dir="auto">{offer.body}</small>
                      {offer.reason && <small>{t(`offer.reason.${offer.reason}`)}</small>}
                    </span>
                    <small>{t(`offer.category.${offer.category}`)}</small>
                  </label>
                ))}
              </div>
            ),
        )}
        {failed && !offers && (
          <p role="alert">
            {t("offer.failed")}{" "}
            <Button small onPress={onAgain}>
              {t("offer.again")}
            </Button>
          </p>
        )}
        {offers && shown.length === 0 && <p role="status">{t("offer.none")}</p>}
        {offers?.more && <p>{t("offer.more")}</p>}
      </div>
    </div>
  );
}
