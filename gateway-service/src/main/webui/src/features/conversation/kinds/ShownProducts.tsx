import { ShoppingBag, Store, Tag } from "lucide-react";
import type { ContentOf } from "../../../api/types";
import { useT } from "../../../i18n";
import { Icon } from "../../../ui/Icon";
import { MessageText } from "../../../ui/MessageText";
import { Mark } from "../Mark";
import styles from "./Asked.module.css";

export type ShownContent = ContentOf<"product" | "products" | "catalogue">;
type Shown = ContentOf<"product">["product"];

/** Products of ours, with the names and prices that they had when they were shown. */
export function ShownProducts({ content }: { content: ShownContent }) {
  const t = useT();
  switch (content.type) {
    case "product":
      return (
        <>
          <Mark icon={Tag}>{t("shown.product")}</Mark>
          <div className={styles.card}>
            <Line product={content.product} />
            {content.words && <MessageText text={content.words} />}
            <Footer text={content.footer} />
          </div>
        </>
      );
    case "products":
      return (
        <>
          <Mark icon={ShoppingBag}>{t("shown.products")}</Mark>
          <div className={styles.card}>
            <b dir="auto">{content.header}</b>
            <MessageText text={content.text} />
            <Footer text={content.footer} />
            {content.sections.map(({ title, products }, index) => (
              <div key={index}>
                {title && (
                  <b className={styles.section} dir="auto">
                    {title}
                  </b>
                )}
                <ol>
                  {products.map((product) => (
                    <li key={product.productId}>
                      <Line product={product} />
                    </li>
                  ))}
                </ol>
              </div>
            ))}
          </div>
        </>
      );
    case "catalogue":
      return (
        <>
          <Mark icon={Store}>{t("shown.catalogue")}</Mark>
          <div className={styles.card}>
            <MessageText text={content.text} />
            <Footer text={content.footer} />
            <span className={styles.answer} dir="auto">
              <Icon of={Store} size={14} />
              <span>{t("shown.see")}</span>
            </span>
          </div>
        </>
      );
  }
}

const Line = ({ product: { name, price } }: { product: Shown }) => (
  <span dir="auto">
    {name}
    {price && <small>{price}</small>}
  </span>
);

const Footer = ({ text }: { text?: string | undefined }) => (text ? <small dir="auto">{text}</small> : null);
