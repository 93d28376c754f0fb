import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { LayoutTemplate, SquarePen } from "lucide-react";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { ApiProblem } from "../../../api/client";
import { contactQuery } from "../../../api/queries";
import type { ReplyRequest, Uuid } from "../../../api/types";
import { currentLanguage, currentLocale, type Translate, useT } from "../../../i18n";
import { called } from "../../../lib/called";
import { uuidv7 } from "../../../lib/ids";
import { useAsking } from "../../../live/asking";
import { useCan } from "../../../live/session";
import { Button } from "../../../ui/Button";
import { EmptyState } from "../../../ui/EmptyState";
import { Icon } from "../../../ui/Icon";
import { WideSheet } from "../../../ui/Sheet";
import { TemplatePicker } from "../offers/TemplatePicker";
import { violationsInWords } from "../refused/violations";
import { start, templates, type Whom } from "./calls";
import styles from "./StartPage.module.css";

const route = getRouteApi("/new");

/** Somebody is written to first: a contact that the address names, or a number that is typed here. */
export function StartPage() {
  const t = useT();
  const can = useCan();
  useEffect(() => {
    document.title = `${t("begin.title")} · ${t("app.name")}`;
  }, [t]);
  return (
    <WideSheet>
      <main className={styles.page} aria-label={t("begin.title")}>
        {can("conversation.start") ? (
          <StartForm />
        ) : (
          <EmptyState icon={SquarePen} title={t("begin.notAllowed")}>
            {t("begin.notAllowed.text")}
          </EmptyState>
        )}
      </main>
    </WideSheet>
  );
}

function StartForm() {
  const t = useT();
  const { contact: contactId } = route.useSearch();
  const navigate = route.useNavigate();
  const { api, queries, config } = useAsking();
  const { data: contact } = useQuery(
    { ...contactQuery(api, contactId ?? ""), enabled: contactId !== undefined },
    queries,
  );
  const [typed, setTyped] = useState("");
  const senders = config.numbers.filter(({ connected }) => connected);
  const unfinished = config.numbers.filter(({ connected }) => !connected);
  const [chosen, setNumber] = useState("");
  const number =
    senders.find(({ phoneNumberId }) => phoneNumberId === chosen)?.phoneNumberId ??
    senders[0]?.phoneNumberId ??
    "";
  const [asking, setAsking] = useState(false);
  const [choosing, setChoosing] = useState<Whom | null>(null);
  const [evidence, setEvidence] = useState<string | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  // Sent again after a failure, it is still the same message.
  const id = useRef<Uuid>(uuidv7());
  const conversation = useRef<Uuid>(uuidv7());

  const choose = async (event: SubmitEvent) => {
    event.preventDefault();
    const whom: Whom = { phoneNumberId: number, ...(contactId ? { contactId } : { to: typed.trim() }) };
    setRefused(null);
    setAsking(true);
    try {
      await templates(api, whom, "", currentLanguage());
      setChoosing(whom);
    } catch (failure) {
      setRefused(failure);
    } finally {
      setAsking(false);
    }
  };
  const send = async (content: ReplyRequest["content"]) => {
    if (!choosing || asking) return;
    setRefused(null);
    setAsking(true);
    try {
      const { conversationId } = await start(api, {
        ...choosing,
        id: id.current,
        conversationId: conversation.current,
        content,
        ...(evidence !== null && { consentEvidence: evidence }),
      });
      await navigate({ to: "/inbox/$view", params: { view: "mine" }, search: { c: conversationId } });
    } catch (failure) {
      setRefused(failure);
    } finally {
      setAsking(false);
    }
  };
  const there = refused instanceof ApiProblem ? refused.problem.conversationId : undefined;
  return (
    <form className={styles.form} onSubmit={(event) => void choose(event)}>
      <h1>{t("begin.title")}</h1>
      <p>{t("begin.text")}</p>
      {contactId ? (
        <p className={styles.who} dir="auto">
          <b>{contact ? called(contact, t) : t("begin.loading")}</b>
          {contact?.displayPhone && contact.displayPhone !== contact.name && (
            <small>{contact.displayPhone}</small>
          )}
        </p>
      ) : (
        <label>
          {t("begin.to")}
          <input
            type="tel"
            autoFocus
            required
            maxLength={50}
            value={typed}
            placeholder="+39 347 123 4567"
            aria-describedby="start-hint"
            onChange={(event) => {
              setTyped(event.target.value);
              setEvidence(null);
            }}
          />
          <small id="start-hint">{t("begin.to.hint")}</small>
        </label>
      )}
      {senders.length > 1 && (
        <label>
          {t("begin.from")}
          <select value={number} onChange={(event) => setNumber(event.target.value)}>
            {senders.map(({ phoneNumberId, name, displayPhone }) => (
              <option key={phoneNumberId} value={phoneNumberId}>
                {`${name} · ${displayPhone}`}
              </option>
            ))}
          </select>
        </label>
      )}
      {unfinished.length > 0 && (
        <small>
          {t("begin.unfinished", {
            numbers: new Intl.ListFormat(currentLocale()).format(
              unfinished.map(({ name, displayPhone }) => name || displayPhone),
            ),
            count: unfinished.length,
          })}
        </small>
      )}
      {refused !== null && !choosing && (
        <p className={styles.wrong} role="alert">
          {whyNot(refused, false, t)}{" "}
          {there && (
            <Link to="/inbox/$view" params={{ view: "all" }} search={{ c: there }}>
              {t("begin.open")}
            </Link>
          )}
        </p>
      )}
      <Button
        type="submit"
        variant="primary"
        isDisabled={asking || !number || !(contactId ? contact : typed.trim())}
      >
        <Icon of={LayoutTemplate} size={15} />
        {t("begin.choose")}
      </Button>
      {choosing && (
        <TemplatePicker
          to={contact ? called(contact, t) : typed.trim()}
          conversation={conversation.current}
          phoneNumberId={number}
          of={["start", number, contactId ?? typed.trim()]}
          contact={contactId}
          agreement={contactId ? undefined : { evidence, onSay: setEvidence }}
          load={(search) => templates(api, choosing, search, currentLanguage())}
          refused={refused === null ? undefined : whyNot(refused, true, t)}
          onSend={(content) => void send(content)}
          onClose={() => {
            setRefused(null);
            setChoosing(null);
          }}
        />
      )}
    </form>
  );
}

/** @param chosen whether the template was chosen, so that whom it goes to was all right */
function whyNot(failure: unknown, chosen: boolean, t: Translate): string {
  if (!(failure instanceof ApiProblem)) return t("begin.noAnswer");
  const { reasonKey, problem } = failure;
  const what = violationsInWords(problem, t);
  switch (reasonKey) {
    case "conversation-exists":
      return t(problem.conversationId ? "begin.exists" : "begin.exists.hidden");
    case "invalid-request":
      if (what) return t("begin.notFilled", { what });
      return t(chosen ? "begin.notTaken" : "begin.noNumber");
    case "contact-unreachable":
      return t("begin.unreachable");
    case "marketing-not-wanted":
      return t("begin.marketing");
    case "consent-missing":
      return t("begin.consent");
    case "template-not-approved":
    case "template-gone":
      return t("begin.notApproved");
    default:
      return t("begin.refused", { code: reasonKey });
  }
}
