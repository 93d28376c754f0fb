import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Template, TemplateDraft, TemplateView } from "../../api/types";
import { useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import { Button } from "../../ui/Button";
import { BodyEditor } from "./BodyEditor";
import { ButtonsEditor } from "./ButtonsEditor";
import { CardsEditor } from "./CardsEditor";
import { emptyDraft, examplesOf } from "./drafts";
import { Field } from "./Field";
import { HeaderEditor } from "./HeaderEditor";
import { Preview } from "./Preview";
import { handIn } from "./queries";
import { OfferEditor } from "./OfferEditor";
import { flawsIn, refusalIn } from "./refusals";
import { flawsOf, lengthOf, MOST } from "./rules";
import styles from "./Templates.module.css";
import { useKnown } from "./useKnown";
import { languagesFor } from "./words";

const CATEGORIES = ["utility", "marketing", "authentication"] as const;

interface EditorProps {
  phoneNumberId: string;
  /** What stands there to begin with. */
  draft: TemplateDraft;
  /** The template that is changed; missing when it is to be a new one. */
  of?: Template;
  onDone: (now: TemplateView) => void;
  onCancel: () => void;
}

/** Writes a template, with WhatsApp's rules checked while one types and the phone beside it. */
export function Editor({ phoneNumberId, draft: begun, of, onDone, onCancel }: EditorProps) {
  const t = useT();
  const { api, queries } = useAsking();
  const client = useQueryClient(queries);
  const [draft, setDraft] = useState(begun);
  const [tried, setTried] = useState(false);
  const change = (more: Partial<TemplateDraft>) => setDraft((now) => ({ ...now, ...more }));
  const save = useMutation(
    {
      mutationFn: () => handIn(api, phoneNumberId, of?.id, asWritten(draft)),
      onSuccess: (now) => {
        void client.invalidateQueries({ queryKey: ["numbers", phoneNumberId, "templates"] });
        onDone(now);
      },
    },
    queries,
  );
  // What the server found is so until something is changed.
  const [handed, setHanded] = useState<TemplateDraft | null>(null);
  const found = handed === draft ? flawsIn(save.error) : [];
  const own = flawsOf(draft);
  const all = [
    ...own,
    ...found.filter((flaw) => !own.some((it) => it.path === flaw.path && it.rule === flaw.rule)),
  ];
  const known = useKnown(phoneNumberId);
  const languages = languagesFor([...known.map(({ language }) => language), draft.language ?? ""]);
  // Whoever has not come to a field yet is not told that it is empty.
  const flaws = tried ? all : all.filter(({ path, rule }) => isBegun(draft, path) && rule !== "missing");
  const { header, footer = "", body = "", code } = draft;
  const isCode = draft.category === "authentication";
  const hasCards = draft.cards.length > 0;

  return (
    <div className={styles.editor}>
      <form
        className={styles.form}
        aria-label={t("template.form")}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (own.length > 0) return;
          setHanded(draft);
          save.mutate();
        }}
      >
        <Field label={t("template.name")} path="name" flaws={flaws} hint={t("template.name.hint")}>
          <input
            value={draft.name ?? ""}
            disabled={of !== undefined}
            onChange={(event) => change({ name: event.target.value.toLowerCase().replace(/[\s-]+/g, "_") })}
          />
        </Field>
        <Field label={t("template.language")} path="language" flaws={flaws}>
          <select
            value={draft.language ?? ""}
            disabled={of !== undefined}
            onChange={(event) => change({ language: event.target.value })}
          >
            <option value="">{t("template.language.choose")}</option>
            {languages.map(({ code: language, name }) => (
              <option key={language} value={language}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field
          label={t("template.category")}
          path="category"
          flaws={flaws}
          hint={t(`template.category.hint.${draft.category ?? "utility"}`)}
        >
          <select
            value={draft.category ?? ""}
            disabled={of?.status === "approved"}
            onChange={(event) =>
              change({ category: event.target.value as TemplateDraft["category"] & string })
            }
          >
            {CATEGORIES.map((category) => (
              <option key={category} value={category}>
                {t(`template.category.${category}`)}
              </option>
            ))}
          </select>
        </Field>
        {isCode ? (
          <>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={code?.advice ?? false}
                onChange={(event) => change({ code: { ...code, advice: event.target.checked } })}
              />
              {t("template.code.advice")}
            </label>
            <Field label={t("template.code.minutes")} path="code.minutes" flaws={flaws}>
              <input
                type="number"
                min={1}
                max={MOST.minutes}
                value={code?.minutes ?? ""}
                onChange={({ target: { value } }) =>
                  change({
                    code: { advice: code?.advice ?? false, ...(value ? { minutes: Number(value) } : {}) },
                  })
                }
              />
            </Field>
          </>
        ) : (
          <>
            {!hasCards && (
              <HeaderEditor
                phoneNumberId={phoneNumberId}
                header={header}
                flaws={flaws}
                onChange={(now) =>
                  setDraft(({ header: _, ...rest }) => (now ? { ...rest, header: now } : rest))
                }
              />
            )}
            {!hasCards && (
              <OfferEditor
                offer={draft.offer}
                flaws={flaws}
                onChange={(now) =>
                  setDraft(({ offer: _, ...rest }) => (now ? { ...rest, offer: now } : rest))
                }
              />
            )}
            <BodyEditor
              label={t("template.body")}
              hint={t("template.body.hint")}
              body={body}
              examples={draft.examples}
              most={draft.offer ? MOST.bodyOfOffer : MOST.body}
              rows={6}
              flaws={flaws}
              onChange={change}
            />
            {!hasCards && (
              <>
                <Field
                  label={t("template.footer")}
                  path="footer"
                  flaws={flaws}
                  count={[lengthOf(footer), MOST.line]}
                >
                  <input
                    dir="auto"
                    value={footer}
                    onChange={(event) => change({ footer: event.target.value })}
                  />
                </Field>
                <ButtonsEditor
                  buttons={draft.buttons}
                  flaws={flaws}
                  onChange={(buttons) => change({ buttons })}
                />
              </>
            )}
            {(hasCards || (!header && !draft.offer && !footer && draft.buttons.length === 0)) && (
              <CardsEditor
                phoneNumberId={phoneNumberId}
                cards={draft.cards}
                flaws={flaws}
                onChange={(by) => setDraft((now) => ({ ...now, cards: by(now.cards) }))}
              />
            )}
          </>
        )}
        {save.error && <Refused>{refusalIn(save.error, t, t("template.notSaved"))}</Refused>}
        {tried && all.length > 0 && <Refused>{t("template.flaws", { count: all.length })}</Refused>}
        <div className={styles.line}>
          <Button type="submit" variant="primary" isDisabled={save.isPending}>
            {t("template.handIn")}
          </Button>
          <Button onPress={onCancel}>{t("template.cancel")}</Button>
        </div>
        <small>{t("template.handIn.hint")}</small>
      </form>
      <Preview draft={draft} />
    </div>
  );
}

function Refused({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className={styles.trouble}>
      {children}
    </p>
  );
}

/** Examples of places that are gone are left out, and so is what was emptied. */
function asWritten(draft: TemplateDraft): TemplateDraft {
  const { name, language, category, code } = draft;
  if (category === "authentication")
    return { ...emptyDraft(language ?? ""), name, category, code: code ?? { advice: false } };
  const { code: _, footer, ...rest } = draft;
  return {
    ...rest,
    ...(footer?.trim() ? { footer } : {}),
    examples: examplesOf(draft.body, draft.examples),
    cards: draft.cards.map((card) => ({ ...card, examples: examplesOf(card.body, card.examples) })),
  };
}

function isBegun(draft: TemplateDraft, path: string): boolean {
  if (path === "name") return Boolean(draft.name);
  if (path === "language") return false;
  if (path === "body") return Boolean(draft.body?.trim());
  return !/example|handle|\.value$/.test(path);
}
