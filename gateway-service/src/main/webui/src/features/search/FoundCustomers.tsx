import { Link } from "@tanstack/react-router";
import type { Found } from "../../api/types";
import { useT } from "../../i18n";
import { Avatar } from "../../ui/Avatar";
import { place } from "./hits";
import { Marked } from "./Marked";
import styles from "./Results.module.css";

/** The customers whose names or numbers were found. */
export function FoundCustomers({ customers }: { customers: Found["customers"] }) {
  const t = useT();
  if (customers.length === 0) return null;
  return (
    <section aria-labelledby="found-customers">
      <h2 id="found-customers">{t("search.customers")}</h2>
      <ul>
        {customers.map(({ conversation, nameRanges, phoneRanges }) => (
          <li key={conversation.id}>
            <Link {...place(conversation)} className={styles.head}>
              <Avatar name={conversation.name} size={32} />
              <b dir="auto">
                <Marked text={conversation.name} ranges={nameRanges} />
              </b>
              {conversation.displayPhone && (
                <small>
                  <Marked text={conversation.displayPhone} ranges={phoneRanges} />
                </small>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
