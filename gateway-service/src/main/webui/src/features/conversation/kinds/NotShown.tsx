import type { ContentOf } from "../../../api/types";
import { type Translate, useT } from "../../../i18n";
import { cx } from "../../../lib/cx";
import { inWords, kindOf, nameOfKind, said } from "../../../lib/messageWords";
import { MessageText } from "../../../ui/MessageText";
import styles from "./NotShown.module.css";

/** These say all there is to say. */
const WHOLE = ["pin", "request_welcome"];
/** What was pressed or chosen, from before that was a kind of its own: its words are all of it. */
const WORDS_ONLY = ["button", "interactive"];
/** With the names of the products, all is said. */
const PRODUCTS = ["product", "product_list"];

/** What Centralino does not show, or the platform does not tell: what it is, and the words that came with it. */
export function NotShown({ content }: { content: ContentOf<"unsupported"> }) {
  const t = useT();
  const { text, error } = content;
  const kind = kindOf(said(content));
  const reason = error?.detail || error?.title;
  const words = text?.trim() ? text : null;
  if (words !== null && PRODUCTS.includes(kind)) return <MessageText text={inWords(said(content), t)} />;
  if (words !== null && WORDS_ONLY.includes(kind)) return <MessageText text={words} />;
  return (
    <>
      <em className={cx(styles.notShown, words !== null && styles.above)} dir="auto">
        {sentence(kind, t)}
        {reason && ` (${reason})`}
      </em>
      {words !== null && <MessageText text={words} />}
    </>
  );
}

/** What the customer took back. */
export function Deleted() {
  const t = useT();
  return <em className={styles.notShown}>{t("message.deleted")}</em>;
}

function sentence(kind: string, t: Translate): string {
  if (kind === "edit") return t("message.edited");
  if (kind === "media_placeholder") return t("message.placeholder");
  if (kind === "unsupported") return t("message.notPassedOn");
  const name = nameOfKind(kind, t);
  return WHOLE.includes(kind) ? `${name}.` : t("message.unsupported", { type: name });
}
