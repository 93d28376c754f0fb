import { useState } from "react";
import { useT } from "../../../i18n";
import asking from "../ask/Ask.module.css";
import { choose, chosenIn, type Draft, MOST_PRODUCTS, type Opening } from "./drafts";
import { ProductList } from "./ProductList";
import { Sections } from "./Sections";

interface OpenedProductsProps {
  kind: Opening;
  phoneNumberId: string;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** Chooses what the button of a template opens, or whose picture stands above the whole catalogue. */
export function OpenedProducts({ kind, phoneNumberId, draft, onChange }: OpenedProductsProps) {
  const t = useT();
  const [section, setSection] = useState(0);
  const chosen = chosenIn(draft);
  return (
    <fieldset className={asking.opened}>
      <legend>{t(kind === "products" ? "products.opened" : "products.openedCatalogue")}</legend>
      {kind === "products" ? (
        <Sections
          draft={draft}
          now={section}
          onNow={setSection}
          onChange={(more) => onChange({ ...draft, ...more })}
        />
      ) : (
        <small>{t("products.thumbnail")}</small>
      )}
      <ProductList
        phoneNumberId={phoneNumberId}
        chosen={chosen}
        onChoose={(product) => onChange(choose(draft, kind, product, section))}
      />
      {kind === "products" && (
        <small role="status">{t("products.count", { count: chosen.length, most: MOST_PRODUCTS })}</small>
      )}
    </fieldset>
  );
}
