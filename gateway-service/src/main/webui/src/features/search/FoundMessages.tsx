import { Link } from "@tanstack/react-router";
import { currentLocale, useT } from "../../i18n";
import { signatureOf } from "../../lib/speaker";
import { fullWhen } from "../../lib/time";
import { useServerNow } from "../../live/session";
import { Avatar } from "../../ui/Avatar";
import { type Hits, place } from "./hits";
import { Marked } from "./Marked";
import styles from "./Results.module.css";

/** The messages that were found, by their conversations; each leads to its place in the thread. */
export function FoundMessages({ groups }: { groups: readonly Hits[] }) {
  const t = useT();
  const now = useServerNow(60_000);
  return (
    <section aria-labelledby="found-messages">
      <h2 id="found-messages">{t("search.messages")}</h2>
      {groups.map(({ conversation, messages }) => (
        <article key={conversation.id} aria-label={conversation.name}>
          <Link {...place(conversation)} className={styles.head}>
            <Avatar name={conversation.name} size={32} />
            <b dir="auto">{conversation.name}</b>
            <small>
              {[
                conversation.displayPhone !== conversation.name ? conversation.displayPhone : null,
                conversation.status === "resolved" ? t("search.resolved") : null,
              ]
                .filter(Boolean)
                .join(" · ")}
            </small>
          </Link>
          <ul>
            {messages.map(({ id, at, author, excerpt }) => (
              <li key={id}>
                <Link {...place(conversation, id)} className={styles.hit}>
                  <small>
                    {signatureOf(author, t)} · <time dateTime={at}>{fullWhen(currentLocale(), now, at)}</time>
                  </small>
                  <span className={styles.words} dir="auto">
                    {excerpt.begun && "…"}
                    <Marked text={excerpt.text} ranges={excerpt.ranges} />
                    {excerpt.goesOn && "…"}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  );
}
