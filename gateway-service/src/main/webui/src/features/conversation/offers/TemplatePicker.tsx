import { CircleAlert, SendHorizontal, ShieldCheck, X } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useDeferredValue, useState } from "react";
import type { ContentOf, ReplyRequest, TemplateOffer, TemplateOffers, Uuid } from "../../../api/types";
import { Consent, NewConsent } from "../../../consent/part";
import { useT } from "../../../i18n";
import { cx } from "../../../lib/cx";
import { keyCaps } from "../../../lib/shortcuts";
import { useAsking } from "../../../live/asking";
import { Button } from "../../../ui/Button";
import { Dialog, DialogHead } from "../../../ui/Dialog";
import { Icon } from "../../../ui/Icon";
import { IconButton } from "../../../ui/IconButton";
import { Kbd } from "../../../ui/Kbd";
import { type Brought, broughtParts, nothingBrought } from "./brought";
import { BroughtFields } from "./BroughtFields";
import { Fields } from "./Fields";
import { asSent, asShown, isReady, proposed, type Values } from "./filled";
import { Offers } from "./Offers";
import { TemplateCard } from "./TemplateCard";
import styles from "./Templates.module.css";

const WIDTH = 1120;

interface PickerProps {
  /** What the customer is called. */
  to: string;
  /** Whose templates these are, for what is remembered of them. */
  of: readonly string[];
  /** Who gets it, when that is somebody of the address book. */
  contact?: Uuid | undefined;
  /** Of somebody who may be in no address book: what shows that he agreed to advertising, and how that is said. */
  agreement?: { evidence: string | null; onSay: (evidence: string) => void } | undefined;
  /** Where files are brought; it may have yet to begin. */
  conversation: Uuid;
  /** Of the number that sends it. */
  phoneNumberId: string;
  /** Until when messages to this customer cost nothing, in words; `null` when they do. */
  freeUntil?: string | null;
  load: (search: string) => Promise<TemplateOffers>;
  /** Whether it is shown; what stands in it stays also while it is not. */
  open?: boolean;
  /** Why nothing can be sent now, whichever template. */
  hindered?: string | undefined;
  /** Gets the template as it is to be sent, and as the customer will see it. */
  onSend: (content: ReplyRequest["content"], shown: ContentOf<"template">) => void;
  /** Why it was not sent. */
  refused?: string | undefined;
  onClose: () => void;
}

/** Which template, with what in it: what is known is filled in, and one sees what the customer will see. */
export function TemplatePicker({
  to,
  of,
  contact,
  agreement,
  conversation,
  phoneNumberId,
  freeUntil = null,
  load,
  open = true,
  hindered,
  onSend,
  refused,
  onClose,
}: PickerProps) {
  const t = useT();
  const { queries, config } = useAsking();
  const [search, setSearch] = useState("");
  const sought = useDeferredValue(search.trim());
  const offers = useQuery(
    {
      queryKey: [...of, "templates", sought],
      queryFn: () => load(sought),
      placeholderData: (before) => before,
      staleTime: 0,
    },
    queries,
  );
  const [picked, setPicked] = useState<{ offer: TemplateOffer; sought: string } | null>(null);
  const [values, setValues] = useState<Values>([]);
  const [given, setGiven] = useState<Brought | null>(null);
  // What became of it since it was chosen counts.
  const found = offers.data?.items.find(({ id }) => id === picked?.offer.id);
  const chosen = found ?? picked?.offer ?? null;
  const gone =
    picked?.sought === sought && !offers.isPlaceholderData && offers.data?.more === false && !found;
  const choose = (offer: TemplateOffer) => {
    if (offer.id === picked?.offer.id) return;
    setPicked({ offer, sought });
    setValues(proposed(offer));
    const sender = config.numbers.find((number) => number.phoneNumberId === phoneNumberId);
    setGiven(nothingBrought(offer, sender?.catalogId));
  };
  const brought = given ?? undefined;
  const parts = chosen ? broughtParts(chosen) : [];
  const lacksConsent = chosen?.obstacle === "consent-missing";
  const isAgreed = lacksConsent && typeof agreement?.evidence === "string";
  const obstacle = gone ? ("not-approved" as const) : isAgreed ? undefined : chosen?.obstacle;
  const unasked = lacksConsent || obstacle === "marketing-not-wanted";
  const ready = chosen !== null && !obstacle && hindered === undefined && isReady(chosen, values, brought);
  const send = () => {
    if (chosen && ready) onSend(asSent(chosen, values, brought), asShown(chosen, values, brought));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  if (!open) return null;
  return (
    <Dialog label={t("offer.choose")} width={WIDTH} onClose={onClose}>
      <div className={styles.picker} onKeyDown={onKeyDown}>
        <DialogHead title={t("offer.title")}>
          <small dir="auto">{t("offer.to", { name: to })}</small>
          <IconButton label={t("action.close")} icon={X} onPress={onClose} />
        </DialogHead>
        <div className={styles.parts}>
          <Offers
            search={search}
            onSearch={setSearch}
            offers={offers.data}
            failed={offers.isError}
            onAgain={() => void offers.refetch()}
            chosen={chosen}
            onChoose={choose}
          />
          {chosen ? (
            <>
              <Fields offer={chosen} values={values} onChange={setValues} freeUntil={freeUntil}>
                {unasked && contact && <Consent contactId={contact} brief />}
                {lacksConsent && agreement && <NewConsent {...agreement} />}
                {brought && parts.length > 0 && (
                  <BroughtFields
                    key={chosen.id}
                    offer={chosen}
                    parts={parts}
                    conversation={conversation}
                    phoneNumberId={phoneNumberId}
                    brought={brought}
                    onChange={(change) => setGiven((before) => before && change(before))}
                  />
                )}
              </Fields>
              <section className={styles.preview} aria-label={t("offer.preview")}>
                <TemplateCard content={asShown(chosen, values, brought)} preview />
              </section>
            </>
          ) : (
            <p>{t("offer.pick")}</p>
          )}
        </div>
        <footer className={styles.row}>
          {hindered ? (
            <p className={cx(styles.row, styles.wrong)} role="alert">
              <Icon of={CircleAlert} size={15} />
              {hindered}
            </p>
          ) : (
            refused && (
              <p className={styles.wrong} role="alert">
                {refused}
              </p>
            )
          )}
          {chosen && !refused && !hindered && (
            <p className={cx(styles.row, obstacle && styles.wrong)} role="status">
              <Icon of={obstacle ? CircleAlert : ShieldCheck} size={15} />
              {obstacle ? t(`offer.why.${obstacle}`) : t("offer.ok")}
            </p>
          )}
          <span className="grow" />
          <Button onPress={onClose}>{t("action.cancel")}</Button>
          <Button variant="primary" isDisabled={!ready} onPress={send}>
            <Icon of={SendHorizontal} size={15} />
            {t("offer.send")}
            {[...keyCaps("Control"), "Enter"].map((cap) => (
              <Kbd key={cap}>{cap}</Kbd>
            ))}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}
