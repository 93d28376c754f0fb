import { useInfiniteQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { ApiProblem } from "../../../api/client";
import type { CatalogueProduct } from "../../../api/types";
import { type Key, useT } from "../../../i18n";
import { useAsking } from "../../../live/asking";
import { Button } from "../../../ui/Button";
import { Icon } from "../../../ui/Icon";
import styles from "./Products.module.css";
import { productsQuery } from "./queries";

const REASONS = ["catalogue-unknown", "no-catalogue", "token-refused"];

interface ProductListProps {
  phoneNumberId: string;
  chosen: readonly CatalogueProduct[];
  onChoose: (product: CatalogueProduct) => void;
}

/** The products to choose from, as the catalogue has them now. */
export function ProductList({ phoneNumberId, chosen, onChoose }: ProductListProps) {
  const t = useT();
  const { api, queries } = useAsking();
  const [words, setWords] = useState("");
  const sought = useDeferredValue(words.trim());
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    productsQuery(api, phoneNumberId, sought),
    queries,
  );
  const products = data?.pages.flatMap(({ items }) => items) ?? [];
  const isChosen = ({ productId }: CatalogueProduct) => chosen.some((one) => one.productId === productId);
  return (
    <div className={styles.products}>
      <input
        type="search"
        aria-label={t("products.search")}
        placeholder={t("products.search")}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {error && <p role="alert">{t(reason(error))}</p>}
      {!error && !data && <p>{t("products.loading")}</p>}
      {data && products.length === 0 && <p>{t("products.none")}</p>}
      <ul aria-label={t("products.list")}>
        {products.map((product) => (
          <li key={product.productId}>
            <button
              type="button"
              aria-pressed={isChosen(product)}
              disabled={!product.available && !isChosen(product)}
              onClick={() => onChoose(product)}
            >
              <span dir="auto">
                {product.name}
                <small>{product.available ? product.price : t("products.notThere")}</small>
              </span>
              {isChosen(product) && <Icon of={Check} size={16} />}
            </button>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button small isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t("products.more")}
        </Button>
      )}
    </div>
  );
}

const reason = (error: Error): Key => {
  const key = error instanceof ApiProblem ? error.reasonKey : "";
  return REASONS.includes(key) ? (`products.failed.${key}` as Key) : "products.failed";
};
