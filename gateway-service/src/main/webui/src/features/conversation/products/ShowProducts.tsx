import { SendHorizontal, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Conversation } from "../../../api/types";
import { useT } from "../../../i18n";
import { useInbox } from "../../../live/session";
import { Button } from "../../../ui/Button";
import { Dialog, DialogHead } from "../../../ui/Dialog";
import { Icon } from "../../../ui/Icon";
import { IconButton } from "../../../ui/IconButton";
import asking from "../ask/Ask.module.css";
import { Field } from "../ask/Field";
import { MessageBody } from "../MessageBody";
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

interface ShowProductsProps {
  row: Conversation;
  catalogId: string;
  kind: Showing;
  title: string;
  onClose: () => void;
}

/** Chooses what is shown of the catalogue; one sees what the customer will see. */
export function ShowProducts({ row, catalogId, kind, title, onClose }: ShowProductsProps) {
  const t = useT();
  const inbox = useInbox();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [section, setSection] = useState(0);
  const content = wanted(kind, catalogId, draft);
  const chosen = chosenIn(draft);
  const change = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!content) return;
    inbox.send(row.id, content, shownOf(content));
    onClose();
  };
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
    <Dialog label={title} width={760} onClose={onClose}>
      <form onSubmit={send}>
        <DialogHead title={title}>
          <IconButton label={t("action.close")} icon={X} onPress={onClose} />
        </DialogHead>
        <div className={asking.parts}>
          <div className={asking.fields}>
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
            {kind === "products" && (
              <Sections draft={draft} now={section} onNow={setSection} onChange={change} />
            )}
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
          </div>
          <section className={asking.preview} aria-label={t("products.preview")}>
            {kind === "products" && (
              <small role="status">
                {t("products.count", { count: chosen.length, most: MOST_PRODUCTS })}
              </small>
            )}
            {content && (
              <div className={asking.bubble} dir="auto">
                <MessageBody content={shownOf(content)} />
              </div>
            )}
          </section>
        </div>
        <footer className={asking.foot}>
          <Button onPress={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" variant="primary" isDisabled={!content}>
            <Icon of={SendHorizontal} size={15} />
            {t("products.send")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
