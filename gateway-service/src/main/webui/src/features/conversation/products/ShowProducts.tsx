import { useState } from "react";
import type { Conversation } from "../../../api/types";
import { useT } from "../../../i18n";
import { useInbox } from "../../../live/session";
import { Field } from "../ask/Field";
import { MessageDialog } from "../ask/MessageDialog";
import type { Keeping } from "../begun/begun";
import {
  choose,
  chosenIn,
  type Draft,
  EMPTY,
  LONGEST,
  MOST_PRODUCTS,
  type Showing,
  shownOf,
  wanted,
} from "./drafts";
import { ProductList } from "./ProductList";
import { Sections } from "./Sections";

interface ShowProductsProps extends Keeping {
  row: Conversation;
  catalogId: string;
  kind: Showing;
}

/** Chooses what is shown of the catalogue; one sees what the customer will see. */
export function ShowProducts({ row, catalogId, kind, ...keeping }: ShowProductsProps) {
  const t = useT();
  const inbox = useInbox();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [section, setSection] = useState(0);
  const content = wanted(kind, catalogId, draft);
  const chosen = chosenIn(draft);
  const change = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const words = (
    <Field
      label={t(kind === "product" ? "products.textOptional" : "products.text")}
      value={draft.text}
      longest={LONGEST.text}
      lines
      onChange={(text) => change({ text })}
    />
  );
  return (
    <MessageDialog
      title={t(`products.title.${kind}`)}
      content={content}
      shown={content && shownOf(content)}
      above={
        kind === "products" && (
          <small role="status">{t("products.count", { count: chosen.length, most: MOST_PRODUCTS })}</small>
        )
      }
      keeping={keeping}
      onSend={() => content !== null && inbox.send(row.id, content, shownOf(content))}
    >
      {kind === "products" && (
        <Field
          label={t("products.header")}
          value={draft.header}
          longest={LONGEST.header}
          onChange={(header) => change({ header })}
        />
      )}
      {kind !== "product" && words}
      {kind === "catalogue" && <small>{t("products.thumbnail")}</small>}
      {kind === "products" && <Sections draft={draft} now={section} onNow={setSection} onChange={change} />}
      <ProductList
        phoneNumberId={row.phoneNumberId}
        chosen={chosen}
        onChoose={(product) => setDraft((before) => choose(before, kind, product, section))}
      />
      {kind === "product" && words}
      <Field
        label={t("products.footer")}
        value={draft.footer}
        longest={LONGEST.footer}
        onChange={(footer) => change({ footer })}
      />
    </MessageDialog>
  );
}
