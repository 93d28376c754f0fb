import { useState } from "react";
import { useT } from "../../../i18n";
import asking from "../ask/Ask.module.css";
import { choose, chosenIn, type Draft, MOST_PRODUCTS, type Opening } from "./drafts";
import { ProductList } from "./ProductList";
import { Sections } from "./Sections";

interface OpenedProductsProps {
  kind: Opening;
  /** How many cards the template has. */
  cards: number;
  phoneNumberId: string;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

const WORDS = {
  product: "products.above",
  cards: "products.onCards",
  products: "products.opened",
  catalogue: "products.openedCatalogue",
} as const;

/** Chooses what a template shows or its button opens, or whose picture stands above the whole catalogue. */
export function OpenedProducts({ kind, cards, phoneNumberId, draft, onChange }: OpenedProductsProps) {
  const t = useT();
  const [section, setSection] = useState(0);
  const chosen = chosenIn(draft);
  return (
    <fieldset className={asking.opened}>
      <legend>{t(WORDS[kind])}</legend>
      {kind === "products" && (
        <Sections
          draft={draft}
          now={section}
          onNow={setSection}
          onChange={(more) => onChange({ ...draft, ...more })}
        />
      )}
      {kind === "catalogue" && <small>{t("products.thumbnail")}</small>}
      <ProductList
        phoneNumberId={phoneNumberId}
        chosen={chosen}
        onChoose={(product) =>
          onChange(choose(draft, kind, product, section, kind === "cards" ? cards : undefined))
        }
      />
      {(kind === "products" || kind === "cards") && (
        <small role="status">
          {t("products.count", { count: chosen.length, most: kind === "cards" ? cards : MOST_PRODUCTS })}
        </small>
      )}
    </fieldset>
  );
}
